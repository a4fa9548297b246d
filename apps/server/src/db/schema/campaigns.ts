import { attestations } from "@ccp/engine";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { carrierAccounts } from "./accounts.ts";
import { accountId, createdAt, isAttestationSet, micros, serialId, updatedAt, version } from "./columns.ts";
import { publishers, targets } from "./parties.ts";
import { plans } from "./plans.ts";

export const campaigns = pgTable(
  "campaigns",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    vertical: text("vertical", {
      enum: ["healthcare", "insurance", "legal", "home-services", "financial-services", "education", "other"],
    }).notNull(),
    /** Two letters of ISO 3166: how numbers written without a country code are read. */
    country: text("country").notNull().default("US"),
    timeZone: text("time_zone").notNull().default("America/New_York"),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    dialAttemptsMax: integer("dial_attempts_max").notNull(),
    /** Null: a call whose target hangs up too soon is over. */
    recoveryMax: integer("recovery_max"),
    /** The engine's list of caps on what its plan's rows take; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
    ringTimeoutSeconds: integer("ring_timeout_seconds").notNull(),
    /** Null: a call may wait as long as its dials take. */
    decisionTimeoutSeconds: integer("decision_timeout_seconds"),
    timeLimitSeconds: integer("time_limit_seconds").notNull(),
    recording: text("recording", { enum: ["off", "from-answer"] }).notNull(),
    callerId: text("caller_id", { enum: ["caller", "number"] }).notNull(),
    apology: text("apology").notNull(),
    payoutMicros: micros("payout_micros").notNull(),
    payoutAfterSeconds: integer("payout_after_seconds").notNull(),
    /** Other terms than that amount after those seconds, as the engine's `PayoutTerms` or kind "none"; null: those. */
    payout: jsonb("payout"),
    /** The contract's `PayoutRule`s, asked in order before those terms. */
    payoutRules: jsonb("payout_rules").notNull().default([]),
    planId: uuid("plan_id").notNull(),
    fallbackTargetId: uuid("fallback_target_id"),
    /** The engine's `FallbackAnswer`; null: the apology. */
    fallbackAnswer: jsonb("fallback_answer"),
    /** The engine's `Attestation`s that are accepted; null: the account's. */
    attestations: text("attestations", { enum: attestations }).array(),
    /** The engine's `RepeatRules`; null: every call is treated alike. */
    repeats: jsonb("repeats"),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.name),
    foreignKey({
      columns: [t.accountId, t.fallbackTargetId],
      foreignColumns: [targets.accountId, targets.id],
    }),
    index().on(t.accountId, t.fallbackTargetId),
    check("campaigns_attestations", isAttestationSet(t.attestations)),
    check(
      "campaigns_payout",
      sql`${t.payout} is null
        or (${t.payoutAfterSeconds} = 0 and ${t.payout} ->> 'kind' in ('fixed', 'revenue-share', 'none')) is true`,
    ),
    check("campaigns_payout_rules", sql`jsonb_typeof(${t.payoutRules}) = 'array'`),
    foreignKey({ columns: [t.accountId, t.planId], foreignColumns: [plans.accountId, plans.id] }),
    index().on(t.accountId, t.planId),
    check(
      "campaigns_fallback_answer",
      sql`${t.fallbackAnswer} is null or (${t.fallbackAnswer} ->> 'kind' in ('message', 'voicemail')) is true`,
    ),
    check("campaigns_decision_timeout", sql`${t.decisionTimeoutSeconds} between 10 and 600`),
    check("campaigns_recovery_max", sql`${t.recoveryMax} between 1 and 5`),
  ],
);

/** What publishers are paid in a campaign that have terms of their own there. */
export const campaignPayouts = pgTable(
  "campaign_payouts",
  {
    accountId: accountId(),
    campaignId: uuid("campaign_id").notNull(),
    publisherId: uuid("publisher_id").notNull(),
    /** The engine's `PayoutTerms`; null: nothing for calls that no rule takes. */
    payout: jsonb("payout"),
    /** The contract's `PayoutRule`s, in place of the campaign's. */
    rules: jsonb("rules").notNull().default([]),
    enabled: boolean("enabled").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.campaignId, t.publisherId] }),
    foreignKey({ columns: [t.accountId, t.campaignId], foreignColumns: [campaigns.accountId, campaigns.id] }),
    foreignKey({
      columns: [t.accountId, t.publisherId],
      foreignColumns: [publishers.accountId, publishers.id],
    }),
    index().on(t.accountId, t.publisherId),
    check("campaign_payouts_rules", sql`jsonb_typeof(${t.rules}) = 'array'`),
  ],
);

export const numbers = pgTable(
  "numbers",
  {
    accountId: accountId(),
    id: serialId(),
    carrierAccountId: bigint("carrier_account_id", { mode: "number" }).notNull(),
    number: text("number").notNull(),
    label: text("label").notNull(),
    status: text("status", { enum: ["active", "paused"] })
      .notNull()
      .default("active"),
    version: version(),
    campaignId: uuid("campaign_id"),
    publisherId: uuid("publisher_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.carrierAccountId, t.number),
    foreignKey({
      columns: [t.accountId, t.carrierAccountId],
      foreignColumns: [carrierAccounts.accountId, carrierAccounts.id],
    }),
    foreignKey({ columns: [t.accountId, t.campaignId], foreignColumns: [campaigns.accountId, campaigns.id] }),
    foreignKey({
      columns: [t.accountId, t.publisherId],
      foreignColumns: [publishers.accountId, publishers.id],
    }),
    index().on(t.accountId, t.campaignId),
    index().on(t.accountId, t.publisherId),
  ],
);

/** Callers whose calls go to nobody. */
export const blockedCallers = pgTable(
  "blocked_callers",
  {
    accountId: accountId(),
    id: serialId(),
    /** Null: for every campaign. */
    campaignId: uuid("campaign_id"),
    kind: text("kind", { enum: ["number", "prefix", "anonymous"] }).notNull(),
    /** Digits of E.164 without the plus sign; empty for `anonymous`. */
    value: text("value").notNull(),
    reason: text("reason").notNull(),
    /** Null: never. */
    expiresAt: timestamp("expires_at", { withTimezone: true }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    unique("blocked_callers_same").on(t.accountId, t.campaignId, t.kind, t.value).nullsNotDistinct(),
    foreignKey({ columns: [t.accountId, t.campaignId], foreignColumns: [campaigns.accountId, campaigns.id] }),
    // Lists begin with the newest.
    index().on(t.accountId, t.createdAt, t.id),
  ],
);
