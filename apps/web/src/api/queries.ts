import type { NumberResource } from "@ccp/contract";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";
import { toApiFailure } from "./errors.ts";
import { formatPhone } from "#lib/format-phone.ts";

/** What the call log can be asked for, as it stands in a request. */
export type CallListQuery = NonNullable<NonNullable<Parameters<typeof client.listCalls>[0]>["query"]>;

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

export const callsQuery = (query: CallListQuery) =>
  infiniteQueryOptions({
    queryKey: ["calls", query],
    queryFn: ({ pageParam }) =>
      client.listCalls({
        query: { ...query, ...(pageParam !== null && { cursor: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });

export const callQuery = (id: string) =>
  queryOptions({ queryKey: ["call", id], queryFn: () => client.getCall({ params: { id } }) });

const toNamed = ({ id, number, label }: NumberResource) => ({
  id,
  name: label === "" ? formatPhone(number) : `${formatPhone(number)} ${label}`,
});

/** What a filter by noun offers: names to choose from, as far as they match what was typed. */
const choicesOf = {
  campaignId: client.listCampaigns,
  publisherId: client.listPublishers,
  buyerId: client.listBuyers,
  targetId: client.listTargets,
  valueListId: client.listValueLists,
  groupId: client.listTargetGroups,
  agentId: client.listAgents,
  agentGroupId: client.listAgentGroups,
  planId: client.listPlans,
  numberId: async (input: { query: { limit: number; search?: string } }) => ({
    items: (await client.listNumbers(input)).items.map(toNamed),
  }),
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
  valueListId: (id: string) => client.getValueList({ params: { id } }),
  groupId: (id: string) => client.getTargetGroup({ params: { id } }),
  agentId: (id: string) => client.getAgent({ params: { id } }),
  agentGroupId: (id: string) => client.getAgentGroup({ params: { id } }),
  planId: (id: string) => client.getPlan({ params: { id } }),
  numberId: async (id: string) => toNamed(await client.getNumber({ params: { id } })),
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

/** The server does not search for less. */
export const searchLengthMin = 2;

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ["search", text],
    queryFn: () => client.search({ query: { q: text } }),
  });
