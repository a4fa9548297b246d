import type { AgentGroupMembers, ListedAgent, PutAgentGroupMembers } from "@ccp/contract";
import { requireVersion } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { requireAgents } from "#modules/agents/require-agents.ts";
import { replaceMembers, selectMembers } from "./members.store.ts";
import { getAgentGroupRow, writeAgentGroup } from "./agent-groups.store.ts";

/** What the group itself says, without how its agents stand. */
const toAudited = (name: string, members: readonly ListedAgent[]) => ({
  name,
  members: members.map(({ id, name: called }) => ({ id, name: called })),
});

export const putAgentGroupMembers = ({
  pools,
  ctx,
  input: { id, version, items },
}: Verb<{ id: string } & PutAgentGroupMembers>): Promise<AgentGroupMembers> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const group = await getAgentGroupRow(tx, id);
    requireVersion(group.version, version, "body");
    await requireAgents(
      tx,
      items.map(({ agentId }, index) => ({ id: agentId, path: `body.items.${index}.agentId` })),
    );
    const before = await selectMembers(tx, id);
    await replaceMembers(tx, id, items);
    await writeAgentGroup(tx, [id], {});
    const after = await selectMembers(tx, id);
    return {
      result: { items: after, version: group.version + 1 },
      change: {
        action: "put-members",
        noun: "agent-group",
        nounId: id,
        before: toAudited(group.name, before),
        after: toAudited(group.name, after),
        book: true,
      },
    };
  });
