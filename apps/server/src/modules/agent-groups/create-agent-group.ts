import type { CreateAgentGroup, AgentGroup } from "@ccp/contract";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { getAgentGroupRow, insertAgentGroup } from "./agent-groups.store.ts";

export const createAgentGroup = ({ pools, ctx, input }: Verb<CreateAgentGroup>): Promise<AgentGroup> =>
  changeAccount({ pools, ctx }, async (tx) => {
    const id = await insertAgentGroup(tx, input);
    const after = await getAgentGroupRow(tx, id);
    return {
      result: after,
      change: { action: "create", noun: "agent-group", nounId: id, before: null, after, book: true },
    };
  });
