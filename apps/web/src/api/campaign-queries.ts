import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ["campaign", id], queryFn: () => client.getCampaign({ params: { id } }) });

/** The campaign's targets in plan order, and how each stands. */
export const campaignTargetsQuery = (id: string) =>
  queryOptions({
    queryKey: ["campaign-targets", id],
    queryFn: () => client.getCampaignTargets({ params: { id } }),
  });
