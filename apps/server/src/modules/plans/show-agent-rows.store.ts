import type { PlanAgentGroupRow, PlanAgentRow, PlanRowInput } from "@ccp/contract";
import type { FilterNames } from "@ccp/engine";
import { and, eq, inArray } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { agentGroups, agents } from "#db/schema/agents.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { listMembersOf } from "#modules/agent-groups/list-members-of.ts";
import { itsAccount, listedAgentColumns, toListedAgent } from "#modules/agents/listed-agent.ts";
import { pickFilterNames } from "#modules/targets/read-filter-names.ts";

type AgentsInput = Extract<PlanRowInput, { kind: "agent" | "agent-group" }>;

const readAgents = async (tx: AccountTransaction, ids: string[]) => {
  const rows = await tx.db
    .select(listedAgentColumns)
    .from(agents)
    .innerJoin(accounts, itsAccount)
    .where(and(eq(agents.accountId, tx.accountId), inArray(agents.id, ids)));
  return new Map(rows.map((row) => [row.id, toListedAgent(row)]));
};

const readGroups = async (tx: AccountTransaction, ids: string[]) => {
  const rows = await tx.db
    .select({ id: agentGroups.id, name: agentGroups.name, status: agentGroups.status })
    .from(agentGroups)
    .where(and(eq(agentGroups.accountId, tx.accountId), inArray(agentGroups.id, ids)));
  const members = await listMembersOf(tx, ids);
  return new Map(rows.map((row) => [row.id, { ...row, members: members.get(row.id) ?? [] }]));
};

/** How rows of agents and of their groups are shown; undefined for whoever is gone for good. */
export const readAgentRows = async (
  tx: AccountTransaction,
  items: readonly PlanRowInput[],
  names: FilterNames,
) => {
  const agentIds = items.flatMap((item) => (item.kind === "agent" ? [item.agentId] : []));
  const groupIds = items.flatMap((item) => (item.kind === "agent-group" ? [item.agentGroupId] : []));
  const agentsById = await readAgents(tx, agentIds);
  const groupsById = await readGroups(tx, groupIds);
  return (item: AgentsInput): PlanAgentRow | PlanAgentGroupRow | undefined => {
    const filterNames = pickFilterNames(item.filter, names);
    if (item.kind === "agent") {
      const { agentId, ...row } = item;
      const agent = agentsById.get(agentId);
      return agent && { ...row, filterNames, agent };
    }
    const { agentGroupId, ...row } = item;
    const group = groupsById.get(agentGroupId);
    return group && { ...row, filterNames, group };
  };
};
