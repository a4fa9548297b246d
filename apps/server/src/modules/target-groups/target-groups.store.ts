import { randomUUID } from "node:crypto";
import type { CreateTargetGroup, ListTargetGroupsQuery, TargetGroup, UpdateTargetGroup } from "@ccp/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import { targetGroups } from "#db/schema/plans.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { isAmong, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { toCapsColumn } from "#modules/caps/to-caps-column.ts";

const columns = {
  id: targetGroups.id,
  name: targetGroups.name,
  status: targetGroups.status,
  strategy: targetGroups.strategy,
  caps: targetGroups.caps,
  concurrencyMax: targetGroups.concurrencyMax,
  expectation: targetGroups.expectation,
  memberCount: sql<number>`(select count(*)::int from target_group_members member
    where member.account_id = target_groups.account_id and member.group_id = target_groups.id)`,
  planCount: sql<number>`(select count(distinct plan.id)::int from plan_rows row
    join plans plan on plan.account_id = row.account_id and plan.id = row.plan_id and plan.status <> 'archived'
    where row.account_id = target_groups.account_id and row.group_id = target_groups.id)`,
  version: targetGroups.version,
  createdAt: targetGroups.createdAt,
  updatedAt: targetGroups.updatedAt,
};

type Row = Omit<TargetGroup, "caps" | "createdAt" | "updatedAt"> & {
  caps: unknown;
  createdAt: Date;
  updatedAt: Date;
};

const toTargetGroup = (row: Row): TargetGroup => ({
  ...row,
  caps: (row.caps ?? []) as TargetGroup["caps"],
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectTargetGroups = async (
  tx: AccountTransaction,
  query: ListTargetGroupsQuery,
): Promise<Page<TargetGroup>> => {
  const { keyset, where } = toNounList(tx.accountId, targetGroups, query, {
    idType: "uuid",
    sorts: { strategy: { expression: targetGroups.strategy, type: "text" } },
  });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(targetGroups)
    .where(and(where, isAmong(targetGroups.strategy, query.strategy)))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toTargetGroup);
};

/** Those of the ids that are there. */
export const readTargetGroups = async (tx: AccountTransaction, ids: string[]): Promise<TargetGroup[]> => {
  const rows = await tx.db
    .select(columns)
    .from(targetGroups)
    .where(and(eq(targetGroups.accountId, tx.accountId), inArray(targetGroups.id, ids)));
  return rows.map(toTargetGroup);
};

export const getTargetGroupRow = async (tx: AccountTransaction, id: string): Promise<TargetGroup> => {
  const [group] = await readTargetGroups(tx, [id]);
  if (group === undefined) throw notFound("target group");
  return group;
};

export const insertTargetGroup = async (
  tx: AccountTransaction,
  input: CreateTargetGroup,
): Promise<string> => {
  const id = randomUUID();
  await tx.db
    .insert(targetGroups)
    .values({ ...input, caps: toCapsColumn(input.caps), accountId: tx.accountId, id });
  return id;
};

export type TargetGroupPatch = Omit<UpdateTargetGroup, "status"> & {
  status?: TargetGroup["status"] | undefined;
};

export const writeTargetGroup = async (
  tx: AccountTransaction,
  ids: string[],
  patch: TargetGroupPatch,
): Promise<void> => {
  const { version: _, caps, ...values } = patch;
  await tx.db
    .update(targetGroups)
    .set({
      ...values,
      caps: toCapsColumn(caps),
      version: sql`${targetGroups.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(targetGroups.accountId, tx.accountId), inArray(targetGroups.id, ids)));
};

export const targetGroupStore = {
  noun: "target-group",
  read: readTargetGroups,
  write: writeTargetGroup,
} as const satisfies NounStore<string, TargetGroup, TargetGroupPatch>;
