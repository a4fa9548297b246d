import type { ConfigurationNoun, FigureNoun } from "@ccp/contract";
import { keepPreviousData, queryOptions, skipToken } from "@tanstack/react-query";
import { client } from "./client.ts";

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ["campaign", id], queryFn: () => client.getCampaign({ params: { id } }) });

export const publisherQuery = (id: string) =>
  queryOptions({ queryKey: ["publisher", id], queryFn: () => client.getPublisher({ params: { id } }) });

export const publisherPayoutsQuery = (id: string) =>
  queryOptions({
    queryKey: ["publisher-payouts", id],
    queryFn: () => client.listPublisherPayouts({ params: { id } }),
  });

export const numberQuery = (id: string) =>
  queryOptions({ queryKey: ["number", id], queryFn: () => client.getNumber({ params: { id } }) });

export const buyerQuery = (id: string) =>
  queryOptions({ queryKey: ["buyer", id], queryFn: () => client.getBuyer({ params: { id } }) });

export const targetQuery = (id: string) =>
  queryOptions({ queryKey: ["target", id], queryFn: () => client.getTarget({ params: { id } }) });

export const referencesQuery = (noun: ConfigurationNoun, id: string) =>
  queryOptions({
    queryKey: ["references", noun, id],
    queryFn: () => client.listReferences({ query: { noun, id } }),
  });

/** Begins the key of all figures, which every booked call changes. */
export const figuresKey = "figures";

/** The server takes no more ids than this in one question; beyond them it is asked for all. */
const idsMax = 200;

export const figuresQuery = (by: FigureNoun | null, ids: readonly string[]) =>
  queryOptions({
    queryKey: [figuresKey, by, ids],
    queryFn:
      by === null
        ? skipToken
        : () =>
            client.listNounFigures({ query: { by, ...(ids.length <= idsMax && { ids: ids.join(",") }) } }),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
