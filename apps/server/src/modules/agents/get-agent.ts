import type { Agent } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getAgentRow } from "./agents.store.ts";

export const getAgent = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Agent> =>
  withAccount(pools.app, ctx.accountId, (tx) => getAgentRow(tx, input.id));
