import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, createdAt, micros, serialId, updatedAt, version } from "./columns.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** Exactly one of them is set: whose money it is. */
const party = {
  buyerId: bigint("buyer_id", { mode: "number" }),
  publisherId: uuid("publisher_id"),
};

const onlyOneParty = sql`(buyer_id is null) <> (publisher_id is null)`;

/** Corrections of what one party owes or is owed for one call. No foreign keys, as with the calls themselves. */
export const adjustments = pgTable(
  "adjustments",
  {
    accountId: accountId(),
    id: serialId(),
    callId: uuid("call_id").notNull(),
    ...party,
    /** What the party's amount becomes more or, with a minus, less by. */
    amountMicros: micros("amount_micros").notNull(),
    currency: text("currency").notNull(),
    reason: text("reason").notNull(),
    status: text("status", { enum: ["requested", "approved", "rejected", "voided"] }).notNull(),
    /** Names as they were then. */
    requestedBy: text("requested_by").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    decisionNote: text("decision_note"),
    voidedBy: text("voided_by"),
    voidedAt: moment("voided_at"),
    voidNote: text("void_note"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    index().on(t.accountId, t.callId),
    index().on(t.accountId, t.createdAt, t.id),
    check("adjustments_one_party", onlyOneParty),
    check("adjustments_amount_not_zero", sql`${t.amountMicros} <> 0`),
  ],
);

/**
 * Invoices and statements as they were issued. What they hold is told by two marks in the ledger, which is only ever
 * added to: everything of the party before `period_until` up to `transfer_id`, but for what was before `opening_until`
 * up to `opening_transfer_id`.
 */
export const documents = pgTable(
  "documents",
  {
    accountId: accountId(),
    id: serialId(),
    kind: text("kind", { enum: ["invoice", "statement"] }).notNull(),
    /** Without gaps, by kind. */
    number: integer("number").notNull(),
    ...party,
    /** Names as they were then. */
    partyName: text("party_name").notNull(),
    accountName: text("account_name").notNull(),
    currency: text("currency").notNull(),
    timeZone: text("time_zone").notNull(),
    periodFrom: date("period_from").notNull(),
    periodThrough: date("period_through").notNull(),
    periodStart: moment("period_start").notNull(),
    periodUntil: moment("period_until").notNull(),
    openingUntil: moment("opening_until").notNull(),
    openingTransferId: bigint("opening_transfer_id", { mode: "number" }).notNull(),
    transferId: bigint("transfer_id", { mode: "number" }).notNull(),
    openingMicros: micros("opening_micros").notNull(),
    callsCount: integer("calls_count").notNull(),
    callsMicros: micros("calls_micros").notNull(),
    adjustmentsCount: integer("adjustments_count").notNull(),
    adjustmentsMicros: micros("adjustments_micros").notNull(),
    paymentsCount: integer("payments_count").notNull().default(0),
    paymentsMicros: micros("payments_micros")
      .notNull()
      .default(sql`0`),
    reversalsCount: integer("reversals_count").notNull(),
    reversalsMicros: micros("reversals_micros").notNull(),
    earlierCount: integer("earlier_count").notNull(),
    earlierMicros: micros("earlier_micros").notNull(),
    closingMicros: micros("closing_micros").notNull(),
    status: text("status", { enum: ["issued", "void"] }).notNull(),
    issuedBy: text("issued_by").notNull(),
    issuedAt: moment("issued_at").notNull().defaultNow(),
    voidedBy: text("voided_by"),
    voidedAt: moment("voided_at"),
    voidNote: text("void_note"),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.kind, t.number),
    index().on(t.accountId, t.buyerId, t.id),
    index().on(t.accountId, t.publisherId, t.id),
    check("documents_one_party", sql`(kind = 'invoice') = (buyer_id is not null) and ${onlyOneParty}`),
    check(
      "documents_sum",
      sql`closing_micros = opening_micros + calls_micros + adjustments_micros + payments_micros + reversals_micros + earlier_micros`,
    ),
  ],
);

/** Money that buyers paid and publishers were paid, each recorded once. */
export const payments = pgTable(
  "payments",
  {
    accountId: accountId(),
    id: serialId(),
    ...party,
    amountMicros: micros("amount_micros").notNull(),
    currency: text("currency").notNull(),
    /** By the account's clock. */
    paidOn: date("paid_on").notNull(),
    reference: text("reference").notNull(),
    note: text("note").notNull(),
    idempotencyKey: text("idempotency_key").notNull(),
    status: text("status", { enum: ["recorded", "voided"] }).notNull(),
    /** Names as they were then. */
    recordedBy: text("recorded_by").notNull(),
    voidedBy: text("voided_by"),
    voidedAt: moment("voided_at"),
    voidNote: text("void_note"),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.idempotencyKey),
    index().on(t.accountId, t.createdAt, t.id),
    index().on(t.accountId, t.buyerId, t.id),
    index().on(t.accountId, t.publisherId, t.id),
    check("payments_one_party", onlyOneParty),
    check("payments_amount", sql`${t.amountMicros} > 0`),
  ],
);
