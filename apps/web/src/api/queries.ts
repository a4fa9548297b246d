import type { ListCallsQuery } from "@ccp/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";
import { toApiFailure } from "./errors.ts";

export type CallFilters = Partial<
  Pick<
    ListCallsQuery,
    "status" | "outcome" | "campaignId" | "publisherId" | "buyerId" | "targetId" | "caller"
  >
>;

/** Null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => {
    try {
      return await client.getSession();
    } catch (error) {
      if (toApiFailure(error).code === "unauthenticated") return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export const callsQuery = (filters: CallFilters) =>
  infiniteQueryOptions({
    queryKey: ["calls", filters],
    queryFn: ({ pageParam }) =>
      client.listCalls({
        query: { ...filters, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const callQuery = (id: string) =>
  queryOptions({ queryKey: ["call", id], queryFn: () => client.getCall({ params: { id } }) });

/** What a filter by noun offers: names to choose from, as far as they match what was typed. */
const choicesOf = {
  campaignId: client.listCampaigns,
  publisherId: client.listPublishers,
  buyerId: client.listBuyers,
  targetId: client.listTargets,
};

export type NounFilter = keyof typeof choicesOf;

export const choicesQuery = (noun: NounFilter, search: string) =>
  queryOptions({
    queryKey: ["choices", noun, search],
    queryFn: async () => {
      const { items } = await choicesOf[noun]({ query: { limit: 50, ...(search !== "" && { search }) } });
      return items.map((item) => ({ id: String(item.id), name: item.name }));
    },
    placeholderData: keepPreviousData,
  });

/** The name behind a filter's id that came in by a link. */
const namesOf = {
  campaignId: (id: string) => client.getCampaign({ params: { id } }),
  publisherId: (id: string) => client.getPublisher({ params: { id } }),
  buyerId: (id: string) => client.getBuyer({ params: { id } }),
  targetId: (id: string) => client.getTarget({ params: { id } }),
};

export const nameQuery = (noun: NounFilter, id: string) =>
  queryOptions({
    queryKey: ["name", noun, id],
    queryFn: async () => (await namesOf[noun](id)).name,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const testNumbersQuery = queryOptions({
  queryKey: ["test-numbers"],
  queryFn: () => client.listTestNumbers(),
});

export const testCallQuery = (id: string) =>
  queryOptions({ queryKey: ["test-call", id], queryFn: () => client.getTestCall({ params: { id } }) });
