import type { PlanRow } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listAgentGroupMembers, listAgentGroups, listAgents, type listPlanRows } from "./books.store.ts";
import { type AgentRow, toAgentRow } from "./to-agent-row.ts";
import type { Beside } from "./to-plan-row.ts";

type StoredRow = Awaited<ReturnType<typeof listPlanRows>>[number];

type AgentGroup = Awaited<ReturnType<typeof listAgentGroups>>[number] & { members: AgentRow[] };

/** The agents that rows point at, and their groups; what is archived is not there. */
export type AgentSources = {
  byId: ReadonlyMap<string, AgentRow>;
  groups: ReadonlyMap<string, AgentGroup>;
};

type Sources = { agents: AgentSources; beside: Beside };

export const readAgents = async (tx: AccountTransaction): Promise<AgentSources> => {
  const byId = new Map((await listAgents(tx)).map((agent) => [agent.id, agent]));
  const groups = new Map<string, AgentGroup>();
  for (const group of await listAgentGroups(tx)) groups.set(group.id, { ...group, members: [] });
  for (const { groupId, agentId } of await listAgentGroupMembers(tx)) {
    const agent = byId.get(agentId);
    if (agent !== undefined) groups.get(groupId)?.members.push(agent);
  }
  return { byId, groups };
};

/** The row of a single agent; empty where it is none. */
export const toAgentRows = (row: StoredRow, { agents, beside }: Sources): PlanRow[] => {
  const agent = agents.byId.get(row.agentId ?? "");
  return agent === undefined ? [] : [toAgentRow(agent, row, beside, row)];
};

/** The members of a group's row in a line, each with what the row asks for. */
export const toAgentGroupRows = (
  row: StoredRow,
  { of, group }: { of: AgentGroup; group: number },
  { beside }: Sources,
): PlanRow[] =>
  of.members.map((agent) => ({ ...toAgentRow(agent, row, beside, { enabled: true, weight: 1 }), group }));
