import { useQueries, useQuery } from "@tanstack/react-query";
import { client } from "#api/client.ts";
import { campaignQuery, referencesQuery } from "#api/party-queries.ts";
import { toInheritedRingTime } from "./ring-time.ts";

/** So many campaigns and groups are looked at, each being a request. */
const askedMax = 10;

/** Who uses these nouns, of one kind of user. */
const useUsers = (noun: "target" | "target-group", ids: readonly string[]) =>
  useQueries({ queries: ids.map((id) => referencesQuery(noun, id)) }).flatMap(
    ({ data }) => data?.items ?? [],
  );

const toIds = (items: readonly { noun: string; id: string | number }[], noun: string): string[] =>
  [...new Set(items.filter((item) => item.noun === noun).map(({ id }) => String(id)))].slice(0, askedMax);

const useCampaignsOf = (planIds: readonly string[]) => {
  const planId = planIds.join(",");
  const { data } = useQuery({
    queryKey: ["list", "campaign", { planId }],
    queryFn: () => client.listCampaigns({ query: { planId, limit: 200 } }),
    enabled: planIds.length > 0,
  });
  return data?.items ?? [];
};

/** The ring time of the campaigns that dial this target by their plans or at last, and whose it is. */
export const useInheritedRingTime = (id: string | null) => {
  const uses = useUsers("target", id === null ? [] : [id]);
  const ofGroups = useUsers("target-group", toIds(uses, "target-group"));
  const byPlan = useCampaignsOf(toIds([...uses, ...ofGroups], "plan"));
  const fallbacks = useQueries({ queries: toIds(uses, "campaign").map(campaignQuery) });
  const all = [...byPlan, ...fallbacks.flatMap(({ data }) => data ?? [])];
  return toInheritedRingTime(all.filter((one, at) => all.findIndex((other) => other.id === one.id) === at));
};
