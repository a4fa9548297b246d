import type { Campaign, CampaignTarget, CampaignTargets } from "@ccp/contract";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { client } from "#api/client.ts";
import { useRenew } from "#api/use-renew.ts";
import { useEditForm } from "#components/form/use-edit-form.ts";
import { toast } from "#lib/toast.ts";
import { planForm, toPlanValues, type PlanBody } from "./plan-form.ts";
import type { PlanRow } from "./plan.ts";

type PlanOptions = { campaign: Campaign; plan: CampaignTargets };

/** The plan as it is being edited: saved as a whole, or not at all. */
export const usePlan = ({ campaign, plan }: PlanOptions) => {
  const renew = useRenew();
  const params = { id: campaign.id };
  const [added, setAdded] = useState<readonly CampaignTarget[]>([]);
  const record = useEditForm({
    schema: planForm,
    noun: plan,
    toValues: toPlanValues,
    update: ({ items = [], version }: Partial<PlanBody> & { version: number }) =>
      client.putCampaignTargets({ params, body: { items, version } }),
    reload: () => client.getCampaignTargets({ params }),
    onSaved: () => {
      toast.success(`Saved the targets of ${campaign.name}`);
      void renew();
    },
  });
  const { control, setValue } = record.form;
  const { items } = useWatch({ control });
  const { errors, isSubmitted } = useFormState({ control });
  const known = new Map([...added, ...plan.items].map((listed) => [listed.target.id, listed]));
  return {
    record,
    rows: items as readonly PlanRow[],
    faults: errors.items,
    /** What is known of a target beside its place in the plan. */
    find: (targetId: string): CampaignTarget | undefined => known.get(targetId),
    change: (rows: readonly PlanRow[]): void =>
      setValue("items", [...rows], { shouldDirty: true, shouldValidate: isSubmitted }),
    learn: (listed: CampaignTarget): void => setAdded((others) => [...others, listed]),
  };
};

export type Plan = ReturnType<typeof usePlan>;
