import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const agentQuery = (id: string) =>
  queryOptions({ queryKey: ["agent", id], queryFn: () => client.getAgent({ params: { id } }) });

/** The agent that a user is; null where it is none. */
export const ownAgentQuery = (userId: number) =>
  queryOptions({
    queryKey: ["own-agent", userId],
    queryFn: async () => {
      const { items } = await client.listAgents({ query: { userId: String(userId), limit: 1 } });
      return items[0] ?? null;
    },
  });

/** How all agents in service stand, as of when they were asked for. */
export const agentStatusesQuery = queryOptions({
  queryKey: ["agent-statuses"],
  queryFn: () => client.listAgentStatuses(),
});

export const agentSkillsQuery = queryOptions({
  queryKey: ["agent-skills"],
  queryFn: () => client.listAgentSkills(),
});

export const agentEventsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["agent-events", id],
    queryFn: ({ pageParam }) =>
      client.listAgentEvents({
        params: { id },
        query: { limit: 50, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const agentGroupQuery = (id: string) =>
  queryOptions({ queryKey: ["agent-group", id], queryFn: () => client.getAgentGroup({ params: { id } }) });

export const agentGroupMembersQuery = (id: string) =>
  queryOptions({
    queryKey: ["agent-group-members", id],
    queryFn: () => client.getAgentGroupMembers({ params: { id } }),
  });
