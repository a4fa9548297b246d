import type { AgentStatusShown } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useNow } from "#lib/use-now.ts";
import { agentStatusesQuery } from "./agent-queries.ts";
import { useKeptUp } from "./use-kept-up.ts";
import { toPresent } from "./wrap-up.ts";

const tickMs = 1000;

/** How an agent stands, kept up with calls, with what people say and with wrap-ups that end by themselves. */
export const useAgentStatuses = (): ((agentId: string) => AgentStatusShown | undefined) => {
  const { data, dataUpdatedAt } = useQuery(agentStatusesQuery);
  useKeptUp(agentStatusesQuery.queryKey);
  // By the server's clock, from the moment that the answer is of.
  const at = useNow(tickMs) + (data === undefined ? 0 : Date.parse(data.at) - dataUpdatedAt);
  return (agentId) => {
    const found = data?.items.find((each) => each.agentId === agentId);
    return found && toPresent(found, at);
  };
};
