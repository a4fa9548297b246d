import { strategies, type Expectation } from "@ccp/engine";
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accountId, createdAt, updatedAt, version } from "./columns.ts";
import { agentGroups, agents } from "./agents.ts";
import { targets } from "./parties.ts";

/** Targets that stand as one in a plan. */
export const targetGroups = pgTable(
  "target_groups",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    strategy: text("strategy", { enum: strategies }).notNull(),
    /** The engine's list of caps that its members share; null: none. */
    caps: jsonb("caps"),
    /** Raised by a reset: counts are kept by it, so all begin at zero. */
    capsGeneration: bigint("caps_generation", { mode: "number" }).notNull().default(1),
    /** Calls at once that its members share; null: no limit. */
    concurrencyMax: integer("concurrency_max"),
    /** The engine's `Expectation`; null: its default. */
    expectation: jsonb("expectation").$type<Expectation>(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), uniqueIndex().on(t.accountId, t.name)],
);

export const targetGroupMembers = pgTable(
  "target_group_members",
  {
    accountId: accountId(),
    groupId: uuid("group_id").notNull(),
    targetId: uuid("target_id").notNull(),
    position: integer("position").notNull(),
    weight: integer("weight").notNull(),
    enabled: boolean("enabled").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.groupId, t.targetId] }),
    foreignKey({
      columns: [t.accountId, t.groupId],
      foreignColumns: [targetGroups.accountId, targetGroups.id],
    }),
    foreignKey({ columns: [t.accountId, t.targetId], foreignColumns: [targets.accountId, targets.id] }),
    index().on(t.accountId, t.targetId),
  ],
);

/** Who takes the calls of the campaigns that go by it. */
export const plans = pgTable(
  "plans",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "archived"] }).notNull(),
    /** Strategies by priority, as the contract's list; a priority that is not named is weighted. */
    strategies: jsonb("strategies").notNull().default([]),
    /** The number of its rows' latest version. */
    versionNumber: bigint("version_number", { mode: "number" }).notNull().default(1),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.id] }), uniqueIndex().on(t.accountId, t.name)],
);

/** A row is for one of a target, a group, an agent, a group of agents; what it does not override is null. */
export const planRows = pgTable(
  "plan_rows",
  {
    accountId: accountId(),
    planId: uuid("plan_id").notNull(),
    position: integer("position").notNull(),
    targetId: uuid("target_id"),
    groupId: uuid("group_id"),
    agentId: uuid("agent_id"),
    agentGroupId: uuid("agent_group_id"),
    priority: integer("priority").notNull(),
    weight: integer("weight").notNull(),
    enabled: boolean("enabled").notNull(),
    /** The contract's `Revenue`. */
    revenue: jsonb("revenue"),
    /** The engine's `Hours`. */
    hours: jsonb("hours"),
    ringTimeoutSeconds: integer("ring_timeout_seconds"),
    /** Which calls it takes, as the engine's `CallFilter`; null: all. */
    filter: jsonb("filter"),
    /** Of agents: what one needs for calls of this row. */
    skills: text("skills").array(),
    dialAttemptsMax: integer("dial_attempts_max").notNull().default(1),
    concurrencyMax: integer("concurrency_max"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.planId, t.position] }),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.targetId),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.groupId),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.agentId),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.agentGroupId),
    foreignKey({ columns: [t.accountId, t.planId], foreignColumns: [plans.accountId, plans.id] }),
    foreignKey({ columns: [t.accountId, t.targetId], foreignColumns: [targets.accountId, targets.id] }),
    foreignKey({
      columns: [t.accountId, t.groupId],
      foreignColumns: [targetGroups.accountId, targetGroups.id],
    }),
    foreignKey({ columns: [t.accountId, t.agentId], foreignColumns: [agents.accountId, agents.id] }),
    foreignKey({
      columns: [t.accountId, t.agentGroupId],
      foreignColumns: [agentGroups.accountId, agentGroups.id],
    }),
    index().on(t.accountId, t.targetId),
    index().on(t.accountId, t.groupId),
    index().on(t.accountId, t.agentId),
    index().on(t.accountId, t.agentGroupId),
    check("plan_rows_dial_attempts", sql`${t.dialAttemptsMax} between 1 and 5`),
    check("plan_rows_concurrency_positive", sql`${t.concurrencyMax} > 0`),
    check(
      "plan_rows_one_of_four",
      sql`num_nonnulls(${t.targetId}, ${t.groupId}, ${t.agentId}, ${t.agentGroupId}) = 1`,
    ),
  ],
);

/** The rows of a plan as they were published, by whom and why. */
export const planVersions = pgTable(
  "plan_versions",
  {
    accountId: accountId(),
    planId: uuid("plan_id").notNull(),
    number: bigint("number", { mode: "number" }).notNull(),
    note: text("note").notNull(),
    actorKind: text("actor_kind", { enum: ["user", "api-key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    /** Rows and strategies, with the names of then. */
    document: jsonb("document").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.planId, t.number] }),
    foreignKey({ columns: [t.accountId, t.planId], foreignColumns: [plans.accountId, plans.id] }),
  ],
);

/** How the rows of a plan are to be, before they are published; one at the most for each plan. */
export const planDrafts = pgTable(
  "plan_drafts",
  {
    accountId: accountId(),
    planId: uuid("plan_id").notNull(),
    /** The number of the version that was published when the draft was begun. */
    basedOn: bigint("based_on", { mode: "number" }).notNull(),
    /** The contract's `PlanRowInput` each. */
    items: jsonb("items").notNull(),
    /** As a plan's. */
    strategies: jsonb("strategies").notNull(),
    /** Who saved it last. */
    actorKind: text("actor_kind", { enum: ["user", "api-key", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    version: version(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.planId] }),
    foreignKey({ columns: [t.accountId, t.planId], foreignColumns: [plans.accountId, plans.id] }),
  ],
);
