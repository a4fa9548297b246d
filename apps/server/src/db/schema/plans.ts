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
import { targets } from "./parties.ts";

/** Targets that stand as one in a plan. */
export const targetGroups = pgTable(
  "target_groups",
  {
    accountId: accountId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    status: text("status", { enum: ["active", "paused", "archived"] }).notNull(),
    strategy: text("strategy", { enum: ["weighted", "round-robin", "pool", "longest-idle"] }).notNull(),
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

/** A row is for a target or for a group; what it does not override is null. */
export const planRows = pgTable(
  "plan_rows",
  {
    accountId: accountId(),
    planId: uuid("plan_id").notNull(),
    position: integer("position").notNull(),
    targetId: uuid("target_id"),
    groupId: uuid("group_id"),
    priority: integer("priority").notNull(),
    weight: integer("weight").notNull(),
    enabled: boolean("enabled").notNull(),
    /** The contract's `Revenue`. */
    revenue: jsonb("revenue"),
    /** The engine's `Hours`. */
    hours: jsonb("hours"),
    ringTimeoutSeconds: integer("ring_timeout_seconds"),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.planId, t.position] }),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.targetId),
    uniqueIndex().on(t.accountId, t.planId, t.priority, t.groupId),
    foreignKey({ columns: [t.accountId, t.planId], foreignColumns: [plans.accountId, plans.id] }),
    foreignKey({ columns: [t.accountId, t.targetId], foreignColumns: [targets.accountId, targets.id] }),
    foreignKey({
      columns: [t.accountId, t.groupId],
      foreignColumns: [targetGroups.accountId, targetGroups.id],
    }),
    index().on(t.accountId, t.targetId),
    index().on(t.accountId, t.groupId),
    check("plan_rows_one_of", sql`(${t.targetId} is null) <> (${t.groupId} is null)`),
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
