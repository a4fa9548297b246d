import type { AccountPlan, CampaignPlan } from "./plan.ts";

/** An account's plan as it was changed while calls came in. */
export type PlanHistory = {
  /** From this revision of the account's book on, the plan is this. */
  add(revision: number, plan: AccountPlan): void;
  latest(): AccountPlan;
  /** What was in force for a decision that was made by this revision. */
  at(revision: number): AccountPlan;
};

export const createPlanHistory = (first: AccountPlan): PlanHistory => {
  const versions = [{ revision: 0, plan: first }];
  return {
    add: (revision, plan) => {
      versions.push({ revision, plan });
    },
    latest: () => versions.at(-1)?.plan ?? first,
    at: (revision) => versions.findLast((version) => version.revision <= revision)?.plan ?? first,
  };
};

/** The campaign that a number of the account belongs to; null when to none, or when the number is unknown. */
export const findCampaign = (plan: AccountPlan, number: string): CampaignPlan | null => {
  const name = plan.numbers.find((each) => each.number === number)?.campaign;
  return plan.campaigns.find((campaign) => campaign.name === name) ?? null;
};
