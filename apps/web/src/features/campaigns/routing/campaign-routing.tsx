import type { Campaign } from "@ccp/contract";
import { PlanEditor } from "#components/plan/plan-editor.tsx";
import { FallbackLine } from "./fallback-line.tsx";
import { PlanLine } from "./plan-line.tsx";

/** Which plan the campaign goes by, and who takes its calls by it. */
export const CampaignRouting = ({ campaign }: { campaign: Campaign }) => (
  <div className="grid grid-cols-1 gap-4">
    <PlanLine campaign={campaign} />
    <PlanEditor plan={campaign.plan} campaignId={campaign.id}>
      <FallbackLine campaign={campaign} />
    </PlanEditor>
  </div>
);
