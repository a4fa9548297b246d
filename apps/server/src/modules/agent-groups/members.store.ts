import type { ListedAgent, PutAgentGroupMembers } from "@ccp/contract";
import { and, asc, eq, inArray } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { agentGroupMembers, agents } from "#db/schema/agents.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { itsAccount, listedAgentColumns, toListedAgent } from "#modules/agents/listed-agent.ts";

/** Of several groups, each in its order. */
export const selectMembersOf = async (
  tx: AccountTransaction,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, ListedAgent[]>> => {
  const found = new Map(groupIds.map((id) => [id, [] as ListedAgent[]]));
  const rows = await tx.db
    .select({ groupId: agentGroupMembers.groupId, agent: listedAgentColumns })
    .from(agentGroupMembers)
    .innerJoin(
      agents,
      and(eq(agents.accountId, agentGroupMembers.accountId), eq(agents.id, agentGroupMembers.agentId)),
    )
    .innerJoin(accounts, itsAccount)
    .where(
      and(eq(agentGroupMembers.accountId, tx.accountId), inArray(agentGroupMembers.groupId, [...groupIds])),
    )
    .orderBy(asc(agentGroupMembers.position));
  for (const { groupId, agent } of rows) found.get(groupId)?.push(toListedAgent(agent));
  return found;
};

/** In the group's order. */
export const selectMembers = async (tx: AccountTransaction, groupId: string): Promise<ListedAgent[]> =>
  (await selectMembersOf(tx, [groupId])).get(groupId) ?? [];

export const replaceMembers = async (
  tx: AccountTransaction,
  groupId: string,
  items: PutAgentGroupMembers["items"],
): Promise<void> => {
  await tx.db
    .delete(agentGroupMembers)
    .where(and(eq(agentGroupMembers.accountId, tx.accountId), eq(agentGroupMembers.groupId, groupId)));
  if (items.length === 0) return;
  await tx.db
    .insert(agentGroupMembers)
    .values(items.map((item, position) => ({ ...item, accountId: tx.accountId, groupId, position })));
};
