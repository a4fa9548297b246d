import type { Campaign, Plan, Reference } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { client } from "#api/client.ts";
import { toApiFailure } from "#api/errors.ts";
import { referencesQuery } from "#api/party-queries.ts";
import { useMay } from "#api/session.ts";
import { useUndoable } from "#components/noun/use-undoable.ts";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { ChoosePlanDialog } from "./choose-plan-dialog.tsx";

const linkClasses = "font-medium text-grey-12 underline-offset-4 hover:underline";

/** Which plan it is, who else goes by it, and ways to go by another one. */
export const PlanLine = ({ campaign }: { campaign: Campaign }) => {
  const mayWrite = useMay("write");
  const { data } = useQuery(referencesQuery("plan", campaign.plan.id));
  const others = data?.items.filter(({ id }) => id !== campaign.id) ?? [];
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    <div className="flex max-w-320 flex-wrap items-center gap-x-3 gap-y-2 rounded-card border border-grey-6 bg-surface px-3 py-2">
      <p className="min-w-0 grow basis-72">
        <span className="text-grey-11">Plan: </span>
        <Link href={paths.plans.page(campaign.plan.id)} className={linkClasses}>
          {campaign.plan.name}
        </Link>
        <OtherCampaigns others={others} />
      </p>
      {mayWrite && (
        <>
          {others.length > 0 && <CopyButton campaign={campaign} />}
          <Button onClick={() => setIsChoosing(true)}>Choose another plan</Button>
        </>
      )}
      {isChoosing && <ChoosePlanDialog campaign={campaign} onClose={() => setIsChoosing(false)} />}
    </div>
  );
};

const shownMax = 3;

const OtherCampaigns = ({ others }: { others: readonly Reference[] }) => {
  if (others.length === 0) return <span className="text-grey-11">, used by this campaign alone</span>;
  return (
    <span className="text-grey-11">
      , also used by{" "}
      {others.slice(0, shownMax).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link href={paths.campaigns.page(id, "routing")} className={linkClasses}>
            {name}
          </Link>
        </span>
      ))}
      {others.length > shownMax && ` and ${others.length - shownMax} more`}. A change here changes their
      routing too.
    </span>
  );
};

const namesMax = 20;

/** A copy of the plan under the first of "Dentists", "Dentists 2" … that no plan is called yet. */
const cloneAs = async (planId: string, name: string, count = 1): Promise<Plan> => {
  const body = { name: count === 1 ? name : `${name.slice(0, 110)} ${count}` };
  try {
    return await client.clonePlan({ params: { id: planId }, body });
  } catch (error) {
    if (toApiFailure(error).code !== "conflict" || count === namesMax) throw error;
    return cloneAs(planId, name, count + 1);
  }
};

/** Has the campaign go by a copy of the plan, so that nobody else's routing changes with its own. */
const CopyButton = ({ campaign: { id, name, plan } }: { campaign: Campaign }) => {
  const { mutate, isPending } = useUndoable();
  const goBy = (planId: string) => client.updateCampaign({ params: { id }, body: { planId } });
  const copy = async (): Promise<void> => {
    await goBy((await cloneAs(plan.id, name)).id);
  };
  return (
    <Button
      disabled={isPending}
      onClick={() =>
        mutate({
          act: copy,
          done: `${name} has a plan of its own now`,
          undo: () => goBy(plan.id),
          undone: `${name} goes by ${plan.name} again`,
        })
      }
    >
      Copy as its own
    </Button>
  );
};
