import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "./accounts.ts";
import { calls } from "./calls.ts";
import { accountId, createdAt, updatedAt, version } from "./columns.ts";

/** People of the account who take calls. Their ids are of one kind with those of targets: calls have either. */
export const agents = pgTable(
  "agents",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    destinationKind: text("destination_kind", { enum: ["phone", "sip"] }).notNull(),
    destination: text("destination").notNull(),
    skills: text("skills").array().notNull(),
    wrapUpSeconds: integer("wrap_up_seconds").notNull(),
    callsAtOnce: integer("calls_at_once").notNull(),
    userId: bigint("user_id", { mode: "number" }),
    /** What somebody last said; the live path is told of it from here. */
    presence: text("presence", { enum: ["available", "away"] })
      .notNull()
      .default("away"),
    /** When; null where nobody ever did. Only ever moves on. */
    presenceAt: timestamp("presence_at", { withTimezone: true }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.id] }),
    uniqueIndex().on(t.accountId, t.name),
    uniqueIndex().on(t.accountId, t.userId),
    foreignKey({ columns: [t.accountId, t.userId], foreignColumns: [users.accountId, users.id] }),
    check("agents_wrap_up_seconds", sql`${t.wrapUpSeconds} between 0 and 3600`),
    check("agents_calls_at_once", sql`${t.callsAtOnce} between 1 and 20`),
  ],
);

/** Agents of whom the longest idle takes the call. */
export const agentGroups = pgTable(
  "agent_groups",
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

export const agentGroupMembers = pgTable(
  "agent_group_members",
  {
    accountId: accountId(),
    groupId: uuid("group_id").notNull(),
    agentId: uuid("agent_id").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.groupId, t.agentId] }),
    foreignKey({
      columns: [t.accountId, t.groupId],
      foreignColumns: [agentGroups.accountId, agentGroups.id],
    }),
    foreignKey({ columns: [t.accountId, t.agentId], foreignColumns: [agents.accountId, agents.id] }),
    index().on(t.accountId, t.agentId),
  ],
);

/** Each dial that rang at an agent, as its call's events amount to it: a projection, gone with its call. */
export const agentCalls = pgTable(
  "agent_calls",
  {
    accountId: accountId(),
    callId: uuid("call_id").notNull(),
    attempt: integer("attempt").notNull(),
    agentId: uuid("agent_id").notNull(),
    outcome: text("outcome").notNull(),
    dialledAt: timestamp("dialled_at", { withTimezone: true }).notNull(),
    connectedAt: timestamp("connected_at", { withTimezone: true }),
    endedAt: timestamp("ended_at", { withTimezone: true }),
    connectedSeconds: integer("connected_seconds"),
    /** Null where no conversation was. */
    wrapUpSeconds: integer("wrap_up_seconds"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.callId, t.attempt] }),
    foreignKey({ columns: [t.accountId, t.callId], foreignColumns: [calls.accountId, calls.id] }).onDelete(
      "cascade",
    ),
    index().on(t.accountId, t.agentId, t.dialledAt),
  ],
);
