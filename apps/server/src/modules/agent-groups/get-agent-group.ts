import type { AgentGroup } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getAgentGroupRow } from "./agent-groups.store.ts";

export const getAgentGroup = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<AgentGroup> =>
  withAccount(pools.app, ctx.accountId, (tx) => getAgentGroupRow(tx, input.id));
