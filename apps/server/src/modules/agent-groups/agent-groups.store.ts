import { randomUUID } from "node:crypto";
import type { CreateAgentGroup, ListAgentGroupsQuery, AgentGroup, UpdateAgentGroup } from "@ccp/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import { agentGroups } from "#db/schema/agents.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";

const columns = {
  id: agentGroups.id,
  name: agentGroups.name,
  status: agentGroups.status,
  memberCount: sql<number>`(select count(*)::int from agent_group_members member
    where member.account_id = agent_groups.account_id and member.group_id = agent_groups.id)`,
  planCount: sql<number>`(select count(distinct plan.id)::int from plan_rows row
    join plans plan on plan.account_id = row.account_id and plan.id = row.plan_id and plan.status <> 'archived'
    where row.account_id = agent_groups.account_id and row.agent_group_id = agent_groups.id)`,
  version: agentGroups.version,
  createdAt: agentGroups.createdAt,
  updatedAt: agentGroups.updatedAt,
};

type Row = Omit<AgentGroup, "createdAt" | "updatedAt"> & { createdAt: Date; updatedAt: Date };

const toAgentGroup = (row: Row): AgentGroup => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectAgentGroups = async (
  tx: AccountTransaction,
  query: ListAgentGroupsQuery,
): Promise<Page<AgentGroup>> => {
  const { keyset, where } = toNounList(tx.accountId, agentGroups, query, { idType: "uuid" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(agentGroups)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toAgentGroup);
};

/** Those of the ids that are there. */
export const readAgentGroups = async (tx: AccountTransaction, ids: string[]): Promise<AgentGroup[]> => {
  const rows = await tx.db
    .select(columns)
    .from(agentGroups)
    .where(and(eq(agentGroups.accountId, tx.accountId), inArray(agentGroups.id, ids)));
  return rows.map(toAgentGroup);
};

export const getAgentGroupRow = async (tx: AccountTransaction, id: string): Promise<AgentGroup> => {
  const [group] = await readAgentGroups(tx, [id]);
  if (group === undefined) throw notFound("agent group");
  return group;
};

export const insertAgentGroup = async (tx: AccountTransaction, input: CreateAgentGroup): Promise<string> => {
  const id = randomUUID();
  await tx.db.insert(agentGroups).values({ ...input, accountId: tx.accountId, id });
  return id;
};

export type AgentGroupPatch = Omit<UpdateAgentGroup, "status"> & {
  status?: AgentGroup["status"] | undefined;
};

export const writeAgentGroup = async (
  tx: AccountTransaction,
  ids: string[],
  patch: AgentGroupPatch,
): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(agentGroups)
    .set({ ...values, version: sql`${agentGroups.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(agentGroups.accountId, tx.accountId), inArray(agentGroups.id, ids)));
};

export const agentGroupStore = {
  noun: "agent-group",
  read: readAgentGroups,
  write: writeAgentGroup,
} as const satisfies NounStore<string, AgentGroup, AgentGroupPatch>;
