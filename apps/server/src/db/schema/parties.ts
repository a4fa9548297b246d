import { sql } from "drizzle-orm";
import {
  bigint,
  check,
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
    /** The engine's list of caps on what it is paid; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
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
    /** The engine's list of caps that its targets share; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
    /** Calls at once that its targets share; null: no limit. */
    concurrencyMax: integer("concurrency_max"),
    /** Whose calls none of its targets takes again, as the engine's `Protection`; null: they take all. */
    repeatCallers: jsonb("repeat_callers"),
    billing: text("billing", { enum: ["postpaid", "prepaid"] })
      .notNull()
      .default("postpaid"),
    /** How far below zero the balance of who pays in advance may go. */
    creditLimitMicros: micros("credit_limit_micros")
      .notNull()
      .default(sql`0`),
    balanceMode: text("balance_mode", { enum: ["strict", "at-conversion"] })
      .notNull()
      .default("strict"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.name),
    check("buyers_credit_limit", sql`${t.creditLimitMicros} >= 0`),
  ],
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
    /** Calls at once by the hour, as the engine's `ConcurrencyGrid`; null: the same in all. */
    concurrencyGrid: jsonb("concurrency_grid"),
    /** How fast it takes calls, as the engine's `Rate`; null: as fast as they come. */
    rate: jsonb("rate"),
    /** The engine's list of caps; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
    ringTimeoutSeconds: integer("ring_timeout_seconds"),
    revenueMicros: micros("revenue_micros").notNull(),
    /** The first tier's, where the revenue goes by tiers. */
    revenueAfterSeconds: integer("revenue_after_seconds").notNull(),
    /** What else than those seconds of conversation makes a call convert, as the engine's `Conversion`; null: nothing. */
    conversion: jsonb("conversion"),
    /** A price by the length of the conversation, as the engine's `LengthPrice`; null: `revenue_micros` is the price. */
    revenueByLength: jsonb("revenue_by_length"),
    /** How long a caller's conversion is the only one that counts, as the engine's `RepeatWindow`; null: each counts. */
    oncePerCaller: jsonb("once_per_caller"),
    /** When the target takes calls, as the engine's `Hours`; null: always. */
    hours: jsonb("hours"),
    /** Which calls the target takes, as the engine's `CallFilter`; null: all. */
    filter: jsonb("filter"),
    /** Whose calls it does not take again, as the engine's `Protection`; null: it takes all. */
    repeatCallers: jsonb("repeat_callers"),
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
    check(
      "targets_revenue_by_length",
      sql`${t.revenueByLength} is null
        or (${t.revenueMicros} = 0 and ${t.revenueByLength} ->> 'kind' in ('per-minute', 'tiers')) is true`,
    ),
    check(
      "targets_conversion",
      sql`${t.conversion} is null
        or (${t.revenueAfterSeconds} = 0 and ${t.conversion} ->> 'kind' in ('dialled', 'length', 'webhook')) is true`,
    ),
  ],
);
