import type { Plan, Reference } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { Megaphone } from "lucide-react";
import { useId } from "react";
import { useSearchParams } from "wouter";
import { referencesQuery } from "#api/party-queries.ts";
import { EmptyState, ErrorState } from "#components/states.tsx";
import { LazyCampaignTester } from "#components/trial/lazy-campaign-tester.tsx";
import { Label } from "#ui/label.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

/** Where a call would go by the plan, in one of the campaigns that go by it. */
export const PlanTester = ({ plan }: { plan: Plan }) => {
  const { data, error, refetch } = useQuery(referencesQuery("plan", plan.id));
  const [params, setParams] = useSearchParams();
  if (error !== null && data === undefined)
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton className="h-80" />;
  const chosen = data.items.find(({ id }) => String(id) === params.get("campaign")) ?? data.items[0];
  if (chosen === undefined) {
    return (
      <EmptyState
        icon={Megaphone}
        title="No campaign goes by it"
        text="A call is tested as one of a campaign. Choose this plan on the Routing tab of one first."
      />
    );
  }
  const choose = (id: string): void =>
    setParams((before) => {
      before.set("campaign", id);
      before.delete("number");
      return before;
    });
  return (
    <div className="grid grid-cols-1 gap-4">
      <CampaignChoice campaigns={data.items} chosen={chosen} onChoose={choose} />
      <LazyCampaignTester key={chosen.id} campaignId={String(chosen.id)} />
    </div>
  );
};

type CampaignChoiceProps = {
  campaigns: readonly Reference[];
  chosen: Reference;
  onChoose: (id: string) => void;
};

const CampaignChoice = ({ campaigns, chosen, onChoose }: CampaignChoiceProps) => {
  const id = useId();
  return (
    <div className="grid max-w-80 grid-cols-1 gap-1.5">
      <Label htmlFor={id}>As a call of the campaign</Label>
      <Select value={String(chosen.id)} onValueChange={onChoose}>
        <SelectTrigger id={id}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {campaigns.map((campaign) => (
            <SelectItem key={campaign.id} value={String(campaign.id)}>
              {campaign.name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
};
