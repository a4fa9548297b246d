import type { ListAgentsQuery, Agent } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectAgents } from "./agents.store.ts";

export const listAgents = ({ pools, ctx, input }: Verb<ListAgentsQuery>): Promise<Page<Agent>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectAgents(tx, input));
