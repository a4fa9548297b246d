import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { accountId, bytewiseText, micros, serialId } from "./columns.ts";

export const bookedSeq = pgSequence("booked_seq");

/** A fold of the call's events, with the columns that lists filter and sort by. No foreign keys: a fact is kept whatever became of its nouns. */
export const calls = pgTable(
  "calls",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    carrierCallRef: text("carrier_call_ref").notNull(),
    campaignId: uuid("campaign_id"),
    numberId: bigint("number_id", { mode: "number" }),
    publisherId: uuid("publisher_id"),
    buyerId: bigint("buyer_id", { mode: "number" }),
    targetId: uuid("target_id"),
    caller: text("caller").notNull(),
    /** Finds a caller by the last digits: row security keeps an index from being searched by any function of a column. */
    callerReversed: bytewiseText("caller_reversed").generatedAlwaysAs(sql`reverse(caller)`),
    dialled: text("dialled").notNull(),
    status: text("status", { enum: ["ringing", "in-progress", "ended"] }).notNull(),
    outcome: text("outcome", { enum: ["connected", "not-connected", "abandoned", "refused"] }),
    attempts: integer("attempts").notNull(),
    arrivedAt: timestamp("arrived_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    connectedSeconds: integer("connected_seconds"),
    converted: boolean("converted").notNull(),
    /** Repeats an earlier call, as its campaign reported them when it came. */
    isDuplicate: boolean("is_duplicate").notNull().default(false),
    currency: text("currency").notNull(),
    revenueMicros: micros("revenue_micros").notNull(),
    payoutMicros: micros("payout_micros").notNull(),
    /** The engine's codes; null where something is booked, and in rows written before these columns were. */
    noRevenueReason: text("no_revenue_reason"),
    noPayoutReason: text("no_payout_reason"),
    /** Moves at each booking, so that a reader can ask for what changed since. */
    bookedSeq: bigint("booked_seq", { mode: "number" })
      .notNull()
      .default(sql`nextval('booked_seq')`),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    // Ascending, because PostgreSQL reads such an index backwards for `desc`, but not one that puts nulls elsewhere.
    index().on(t.accountId, t.arrivedAt, t.id),
    index().on(t.accountId, t.callerReversed, t.arrivedAt),
    index().on(t.accountId, t.bookedSeq),
    index().on(t.accountId, t.campaignId, t.arrivedAt),
    index().on(t.accountId, t.publisherId, t.arrivedAt),
    index().on(t.accountId, t.buyerId, t.arrivedAt),
    index().on(t.accountId, t.targetId, t.arrivedAt),
    index().on(t.accountId, t.numberId, t.arrivedAt),
    index("calls_live_index")
      .on(t.accountId, t.arrivedAt)
      .where(sql`${t.status} <> 'ended'`),
    index().using("brin", t.arrivedAt),
  ],
);

export const callEvents = pgTable(
  "call_events",
  {
    accountId: accountId(),
    callId: uuid("call_id").notNull(),
    key: text("key").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull(),
    fact: jsonb("fact").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.callId, t.key] }),
    index("call_events_voicemail_index")
      .on(t.accountId, t.callId)
      .where(sql`${t.key} like 'voicemail:%:completed'`),
    index("call_events_recording_index")
      .on(t.accountId, t.callId)
      .where(sql`${t.key} like 'recording:%:completed'`),
    index().using("brin", t.at),
  ],
);

/** Routing books as calls were decided by them, for explaining and repeating a decision. */
export const books = pgTable(
  "books",
  {
    accountId: accountId(),
    revision: bigint("revision", { mode: "number" }).notNull(),
    hash: text("hash").notNull(),
    document: jsonb("document").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.revision] })],
);

/** Events that could not be applied, kept whole until somebody looks and replays them. */
export const quarantinedEvents = pgTable(
  "quarantined_events",
  {
    accountId: accountId(),
    id: serialId(),
    event: jsonb("event").notNull(),
    error: text("error").notNull(),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    replayedAt: timestamp("replayed_at", { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** Double-entry transfers: append-only, balanced by construction, corrected only by reversal. */
export const ledgerTransfers = pgTable(
  "ledger_transfers",
  {
    accountId: accountId(),
    id: serialId(),
    /** Groups the transfers that belong to one business fact. */
    txnId: uuid("txn_id").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    kind: text("kind").notNull(),
    callId: uuid("call_id"),
    debit: text("debit").notNull(),
    credit: text("credit").notNull(),
    amountMicros: micros("amount_micros").notNull(),
    currency: text("currency").notNull(),
    reversesKey: text("reverses_key"),
    effectiveAt: timestamp("effective_at", { withTimezone: true }).notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.idempotencyKey),
    index().on(t.accountId, t.callId),
    // One of the two sides of each transfer is a party's, so that each row stands in one of these.
    index("ledger_transfers_debited_index")
      .on(t.accountId, t.debit, t.effectiveAt)
      .where(sql`${t.debit} <> 'margin'`),
    index("ledger_transfers_credited_index")
      .on(t.accountId, t.credit, t.effectiveAt)
      .where(sql`${t.credit} <> 'margin'`),
  ],
);
