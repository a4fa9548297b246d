import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ["plan", id], queryFn: () => client.getPlan({ params: { id } }) });

/** The plan's rows in order, and how whom they are for stands. */
export const planRowsQuery = (id: string) =>
  queryOptions({ queryKey: ["plan-rows", id], queryFn: () => client.getPlanRows({ params: { id } }) });

/** What other calls have taken up of the plan's targets, for calls of the campaign where one is named. */
export const planRoomQuery = (id: string, campaignId?: string) =>
  queryOptions({
    queryKey: ["plan-room", id, campaignId],
    queryFn: () =>
      client.getPlanRoom({ params: { id }, query: campaignId === undefined ? {} : { campaignId } }),
  });

/** How the rows are to be, once somebody publishes them; null where nobody has begun to change them. */
export const planDraftQuery = (id: string) =>
  queryOptions({
    queryKey: ["plan-draft", id],
    queryFn: async () => (await client.getPlanDraft({ params: { id } })).draft,
  });

export const planVersionsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["plan-versions", id],
    queryFn: ({ pageParam }) =>
      client.listPlanVersions({
        params: { id },
        query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What was published does not change. */
export const planVersionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ["plan-version", id, number],
    queryFn: () => client.getPlanVersion({ params: { id, number } }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const targetGroupQuery = (id: string) =>
  queryOptions({ queryKey: ["target-group", id], queryFn: () => client.getTargetGroup({ params: { id } }) });

export const targetGroupMembersQuery = (id: string) =>
  queryOptions({
    queryKey: ["target-group-members", id],
    queryFn: () => client.getTargetGroupMembers({ params: { id } }),
  });
