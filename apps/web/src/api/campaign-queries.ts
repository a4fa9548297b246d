import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const campaignQuery = (id: string) =>
  queryOptions({ queryKey: ["campaign", id], queryFn: () => client.getCampaign({ params: { id } }) });
