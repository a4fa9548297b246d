import type { AgentGroup, UpdateAgentGroup } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { BulkItem } from "#http/bulk-item.ts";
import { changeItems, type Found } from "#modules/audit/change-items.ts";
import type { FieldReference } from "#modules/references/require-in-service.ts";
import { requireAgents } from "#modules/agents/require-agents.ts";
import { selectMembers } from "./members.store.ts";
import { type AgentGroupPatch, agentGroupStore } from "./agent-groups.store.ts";

/** While a group was archived, its members may have been archived too. */
const listMembers = async (
  tx: AccountTransaction,
  { before, path }: Found<AgentGroup, string, AgentGroupPatch>,
): Promise<FieldReference<string>[]> => {
  const members = before.status === "archived" ? await selectMembers(tx, before.id) : [];
  return members.map(({ id }) => ({ id, path: `${path}.status` }));
};

export const changeAgentGroups = (
  tx: AccountTransaction,
  items: readonly BulkItem<string, UpdateAgentGroup>[],
) =>
  changeItems(tx, agentGroupStore, {
    action: "update",
    items,
    check: async (found) => {
      const references: FieldReference<string>[] = [];
      for (const each of found) references.push(...(await listMembers(tx, each)));
      await requireAgents(tx, references);
    },
  });
