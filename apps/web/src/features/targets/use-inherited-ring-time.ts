import { useQueries, useQuery } from "@tanstack/react-query";
import { campaignQuery, referencesQuery } from "#api/party-queries.ts";
import { toInheritedRingTime } from "./ring-time.ts";

/** So many campaigns are looked at, each being a request. */
const campaignsMax = 10;

/** The ring time of the campaigns that dial this target, and whose it is. */
export const useInheritedRingTime = (id: string | null) => {
  const { data } = useQuery({ ...referencesQuery("target", id ?? ""), enabled: id !== null });
  const campaignIds = [...new Set(data?.items.map((item) => String(item.id)))].slice(0, campaignsMax);
  const campaigns = useQueries({ queries: campaignIds.map(campaignQuery) });
  return toInheritedRingTime(campaigns.flatMap((campaign) => campaign.data ?? []));
};
