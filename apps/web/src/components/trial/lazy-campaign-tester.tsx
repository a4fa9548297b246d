import { lazy, Suspense } from "react";
import { Skeleton } from "#ui/skeleton.tsx";

const CampaignTester = lazy(async () => ({
  default: (await import("./campaign-tester.tsx")).CampaignTester,
}));

/** The tester, with the engine that it brings along, once somebody looks at it. */
export const LazyCampaignTester = ({ campaignId }: { campaignId: string }) => (
  <Suspense fallback={<Skeleton className="h-160" />}>
    <CampaignTester campaignId={campaignId} />
  </Suspense>
);
