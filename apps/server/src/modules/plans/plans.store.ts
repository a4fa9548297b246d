import { randomUUID } from "node:crypto";
import type { ListPlansQuery, Plan, PlanLevel, UpdatePlan } from "@ccp/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import { plans } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { contains, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";

const columns = {
  id: plans.id,
  name: plans.name,
  status: plans.status,
  rowCount: sql<number>`(select count(*)::int from plan_rows row
    where row.account_id = plans.account_id and row.plan_id = plans.id)`,
  campaignCount: sql<number>`(select count(*)::int from campaigns used
    where used.account_id = plans.account_id and used.plan_id = plans.id and used.status <> 'archived')`,
  versionNumber: plans.versionNumber,
  version: plans.version,
  createdAt: plans.createdAt,
  updatedAt: plans.updatedAt,
};

type Row = Omit<Plan, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const toPlan = (row: Row): Plan => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectPlans = async (tx: AccountTransaction, query: ListPlansQuery): Promise<Page<Plan>> => {
  const { keyset, where } = toNounList(tx.accountId, plans, query, { idType: "uuid" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(plans)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toPlan);
};

/** Those of the ids that are there. */
export const readPlans = async (tx: AccountTransaction, ids: string[]): Promise<Plan[]> => {
  const rows = await tx.db
    .select(columns)
    .from(plans)
    .where(and(eq(plans.accountId, tx.accountId), inArray(plans.id, ids)));
  return rows.map(toPlan);
};

export const getPlanRow = async (tx: AccountTransaction, id: string): Promise<Plan> => {
  const [plan] = await readPlans(tx, [id]);
  if (plan === undefined) throw notFound("plan");
  return plan;
};

export const insertPlan = async (tx: AccountTransaction, name: string): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(plans).values({ accountId: tx.accountId, id, name, status: "active" });
  return id;
};

/** Names of plans that begin so. */
export const listNamesLike = async (tx: AccountTransaction, name: string): Promise<string[]> => {
  const rows = await tx.db
    .select({ name: plans.name })
    .from(plans)
    .where(and(eq(plans.accountId, tx.accountId), contains(plans.name, name)));
  return rows.map((row) => row.name);
};

export type PlanPatch = Omit<UpdatePlan, "status"> & { status?: Plan["status"] | undefined };

export const writePlan = async (tx: AccountTransaction, ids: string[], patch: PlanPatch): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(plans)
    .set({ ...values, version: sql`${plans.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(plans.accountId, tx.accountId), inArray(plans.id, ids)));
};

export const selectStrategies = async (tx: AccountTransaction, id: string): Promise<PlanLevel[]> => {
  const [row] = await tx.db
    .select({ strategies: plans.strategies })
    .from(plans)
    .where(and(eq(plans.accountId, tx.accountId), eq(plans.id, id)));
  return (row?.strategies ?? []) as PlanLevel[];
};

/** What the plan says beside its rows, once they are published as this version. */
export const writePublished = async (
  tx: AccountTransaction,
  id: string,
  { strategies, versionNumber }: { strategies: readonly PlanLevel[]; versionNumber: number },
): Promise<void> => {
  await tx.db
    .update(plans)
    .set({ strategies, versionNumber, version: sql`${plans.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(plans.accountId, tx.accountId), eq(plans.id, id)));
};

export const planStore = {
  noun: "plan",
  read: readPlans,
  write: writePlan,
} as const satisfies NounStore<string, Plan, PlanPatch>;
