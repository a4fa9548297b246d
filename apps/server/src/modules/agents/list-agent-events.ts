import type { AgentEvent, ListAgentEventsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectAgentEvents } from "./agent-events.store.ts";
import { getAgentRow } from "./agents.store.ts";

export const listAgentEvents = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string } & ListAgentEventsQuery>): Promise<Page<AgentEvent>> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    await getAgentRow(tx, input.id);
    return selectAgentEvents(tx, input);
  });
