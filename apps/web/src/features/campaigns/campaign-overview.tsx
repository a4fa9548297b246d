import type { CallSummary, Campaign } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { lastCallsQuery } from "#api/dashboard-queries.ts";
import { ErrorState } from "#components/states.tsx";
import { FigureTiles } from "#components/noun/figure-tiles.tsx";
import { LastCallsCard } from "#components/last-calls-card.tsx";
import { CampaignFacts } from "./campaign-facts.tsx";
import { useKeptUp } from "#api/use-kept-up.ts";

/** What the campaign does today, its newest calls, and how it is set up. */
export const CampaignOverview = ({ campaign }: { campaign: Campaign }) => (
  <div className="grid gap-4">
    <FigureTiles by="campaign" id={campaign.id} />
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <LastCalls campaignId={campaign.id} />
      <CampaignFacts campaign={campaign} />
    </div>
  </div>
);

const toPublisherName = ({ publisher }: CallSummary): string => publisher?.name ?? "No publisher";

const LastCalls = ({ campaignId }: { campaignId: string }) => {
  const filters = useMemo(() => ({ campaignId }), [campaignId]);
  const query = useMemo(() => lastCallsQuery(filters), [filters]);
  useKeptUp(query.queryKey);
  const { data, error, refetch } = useQuery(query);
  if (data === undefined && error !== null) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return <LastCallsCard calls={data?.items} filters={filters} toOrigin={toPublisherName} />;
};
