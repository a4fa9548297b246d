import { attestations } from "@ccp/engine";
import { sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { bigint, timestamp, uuid, customType } from "drizzle-orm/pg-core";

/** The tenant key that leads every key of every tenant table. */
export const accountId = () => uuid("account_id").notNull();

export const createdAt = () => timestamp("created_at", { withTimezone: true }).notNull().defaultNow();

export const updatedAt = () => timestamp("updated_at", { withTimezone: true }).notNull().defaultNow();

/** Grows with every write, so that nobody overwrites what they have not seen. */
export const version = () => bigint("version", { mode: "number" }).notNull().default(1);

/** Integer millionths of the account's currency. */
export const micros = (name: string) => bigint(name, { mode: "bigint" });

/** Serial ids: counted by the database, unique under their account. */
export const serialId = () => bigint("id", { mode: "number" }).notNull().generatedByDefaultAsIdentity();

/** Text that is ordered by its bytes, whatever the database's language. */
export const bytewiseText = customType<{ data: string }>({ dataType: () => `text collate "C"` });

/** Null, or some of the engine's attestations. */
export const isAttestationSet = (column: SQLWrapper): SQL =>
  sql`${column} <@ ${sql.raw(`'{${attestations.join(",")}}'::text[]`)} and cardinality(${column}) > 0`;
