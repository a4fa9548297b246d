import type { AgentGroupMembers } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectMembers } from "./members.store.ts";
import { getAgentGroupRow } from "./agent-groups.store.ts";

export const getAgentGroupMembers = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string }>): Promise<AgentGroupMembers> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const { version } = await getAgentGroupRow(tx, input.id);
    return { items: await selectMembers(tx, input.id), version };
  });
