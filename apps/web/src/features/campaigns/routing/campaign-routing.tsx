import type { Campaign, CampaignTargets } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { campaignTargetsQuery } from "#api/campaign-queries.ts";
import { useMay } from "#api/session.ts";
import { FormBody } from "#components/form/form-body.tsx";
import { SaveBar } from "#components/form/save-bar.tsx";
import { ErrorState } from "#components/states.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AddTarget } from "./add-target.tsx";
import { FallbackLine } from "./fallback-line.tsx";
import { PlanRows } from "./plan-rows.tsx";
import { usePlan } from "./use-plan.ts";

/** Which targets take the campaign's calls, and in which order they are tried. */
export const CampaignRouting = ({ campaign }: { campaign: Campaign }) => {
  const { data, error, refetch } = useQuery(campaignTargetsQuery(campaign.id));
  if (data !== undefined) return <PlanEditor campaign={campaign} plan={data} />;
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <PlanSkeleton />;
};

const PlanEditor = ({ campaign, plan }: { campaign: Campaign; plan: CampaignTargets }) => {
  const mayWrite = useMay("write");
  const edited = usePlan({ campaign, plan });
  return (
    <FormBody record={edited.record} label="Routing" className="grid max-w-280 grid-cols-1 gap-4">
      <p className="max-w-180 text-grey-11">
        A call goes to the open target with the lowest priority number. Targets of one priority share its
        calls: more weight, more calls. Moving a row gives it the priority of its new place.
      </p>
      <fieldset disabled={!mayWrite} data-field="items" className="grid min-w-0 grid-cols-1 gap-4">
        <PlanRows plan={edited} />
        {mayWrite && <AddTarget plan={edited} />}
      </fieldset>
      <FallbackLine campaign={campaign} />
      {mayWrite && (
        <div className="sticky bottom-0 z-10 -mx-4 border-t border-grey-6 bg-grey-1 px-4 py-3">
          <SaveBar record={edited.record} saveText="Save" />
        </div>
      )}
    </FormBody>
  );
};

const PlanSkeleton = () => (
  <div aria-busy className="grid max-w-280 gap-3">
    <Skeleton className="w-2/3" />
    {[0, 1, 2].map((row) => (
      <Skeleton key={row} className="h-12" />
    ))}
  </div>
);
