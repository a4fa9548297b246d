import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, createdAt, micros, serialId, updatedAt, version } from "./columns.ts";

export const publishers = pgTable(
  "publishers",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), uniqueIndex().on(t.accountId, t.name)],
);

export const buyers = pgTable(
  "buyers",
  {
    accountId: accountId(),
    id: serialId(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), uniqueIndex().on(t.accountId, t.name)],
);

export const targets = pgTable(
  "targets",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    buyerId: bigint("buyer_id", { mode: "number" }).notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    destinationKind: text("destination_kind", { enum: ["phone", "sip"] }).notNull(),
    destination: text("destination").notNull(),
    concurrencyMax: integer("concurrency_max"),
    /** The engine's list of caps; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
    ringTimeoutSeconds: integer("ring_timeout_seconds"),
    revenueMicros: micros("revenue_micros").notNull(),
    revenueAfterSeconds: integer("revenue_after_seconds").notNull(),
    /** When the target takes calls, as the engine's `Hours`; null: always. */
    hours: jsonb("hours"),
    /** Whose hours these are; null: the account's zone. */
    timeZone: text("time_zone"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.name),
    foreignKey({ columns: [t.accountId, t.buyerId], foreignColumns: [buyers.accountId, buyers.id] }),
    index().on(t.accountId, t.buyerId),
  ],
);
