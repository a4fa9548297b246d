import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ["campaign", id], queryFn: () => client.getCampaign({ params: { id } }) });

/** Publishers that the campaign pays by terms of their own. */
export const campaignPayoutsQuery = (id: string) =>
  queryOptions({
    queryKey: ["campaign-payouts", id],
    queryFn: () => client.getCampaignPayouts({ params: { id } }),
  });
