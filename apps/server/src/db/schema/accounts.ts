import { attestations, highRiskPrefixes } from "@ccp/engine";
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, createdAt, isAttestationSet, serialId, updatedAt, version } from "./columns.ts";

export const accounts = pgTable(
  "accounts",
  {
    accountId: uuid("account_id").primaryKey(),
    name: text("name").notNull(),
    currency: text("currency").notNull(),
    timeZone: text("time_zone").notNull(),
    /** Grows with every change that the routing book shows. */
    revision: bigint("revision", { mode: "number" }).notNull().default(1),
    isDemo: boolean("is_demo").notNull().default(false),
    /** The stream of demonstration calls; null where there is nothing to demonstrate with. */
    demoTraffic: text("demo_traffic", { enum: ["running", "paused"] }),
    isChecklistHidden: boolean("is_checklist_hidden").notNull().default(false),
    /** The engine's `Attestation`s that are accepted; null: all. */
    attestations: text("attestations", { enum: attestations }).array(),
    dialCountries: text("dial_countries").array().notNull().default(["US", "CA"]),
    highRiskPrefixes: text("high_risk_prefixes", { enum: highRiskPrefixes }).array().notNull().default([]),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [check("accounts_attestations", isAttestationSet(t.attestations))],
);

export const users = pgTable(
  "users",
  {
    accountId: accountId(),
    id: serialId(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["owner", "admin", "manager", "analyst"] }).notNull(),
    lastSeenAt: timestamp("last_seen_at", { withTimezone: true }),
    /** A removed user signs in no more, and is still named by what they did. */
    removedAt: timestamp("removed_at", { withTimezone: true }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

/** Which nouns the demonstration made, so that it can be taken away and nothing else with it. */
export const demoRows = pgTable(
  "demo_rows",
  { accountId: accountId(), noun: text("noun").notNull(), nounId: text("noun_id").notNull() },
  (t) => [primaryKey({ columns: [t.accountId, t.noun, t.nounId] })],
);

/** Numbers and calls of a demonstration that was taken away: what is still told of them is not booked. */
export const demoTombstones = pgTable(
  "demo_tombstones",
  {
    accountId: accountId(),
    noun: text("noun").notNull(),
    nounId: text("noun_id").notNull(),
    removedAt: timestamp("removed_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.noun, t.nounId] })],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    /** The readable beginning by which a person tells keys apart. */
    prefix: text("prefix").notNull(),
    role: text("role", { enum: ["owner", "admin", "manager", "analyst"] }).notNull(),
    createdAt: createdAt(),
    revokedAt: timestamp("revoked_at", { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

export const carrierAccounts = pgTable(
  "carrier_accounts",
  {
    accountId: accountId(),
    id: serialId(),
    carrier: text("carrier", { enum: ["simulator", "twilio"] }).notNull(),
    /** The carrier's own id of the account, such as a Twilio AccountSid. */
    accountRef: text("account_ref").notNull(),
    authTokenSealed: text("auth_token_sealed").notNull(),
    name: text("name").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] })],
);

export const auditLog = pgTable(
  "audit_log",
  {
    accountId: accountId(),
    id: serialId(),
    at: timestamp("at", { withTimezone: true }).notNull().defaultNow(),
    actorKind: text("actor_kind", { enum: ["user", "api-key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    action: text("action").notNull(),
    noun: text("noun").notNull(),
    nounId: text("noun_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    requestId: text("request_id"),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), index().on(t.accountId, t.noun, t.nounId, t.id)],
);
