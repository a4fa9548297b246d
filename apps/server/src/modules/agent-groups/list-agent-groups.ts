import type { ListAgentGroupsQuery, AgentGroup } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectAgentGroups } from "./agent-groups.store.ts";

export const listAgentGroups = ({
  pools,
  ctx,
  input,
}: Verb<ListAgentGroupsQuery>): Promise<Page<AgentGroup>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectAgentGroups(tx, input));
