import type { Campaign, CreateCampaign } from "@ccp/contract";
import type { AccountTransaction } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import type { Change } from "#modules/audit/record-change.ts";
import { refuseReportedRevenue } from "#modules/caps/refuse-reported-revenue.ts";
import { makeOwnPlan } from "#modules/plans/make-own-plan.ts";
import { requirePlans } from "#modules/plans/require-plans.ts";
import { requireFilterLists } from "#modules/targets/require-filter-lists.ts";
import { requireTargets } from "#modules/targets/require-targets.ts";
import { getCampaignRow, insertCampaign } from "./campaigns.store.ts";
import { listRuleFilters } from "./list-rule-filters.ts";

/** The plan that was asked for or, where none was, one that is made for the campaign. */
const pickPlan = async (
  tx: AccountTransaction,
  ctx: Context,
  { planId, name }: CreateCampaign,
): Promise<{ planId: string; changes: Change[] }> => {
  if (planId !== undefined) {
    await requirePlans(tx, [{ id: planId, path: "body.planId" }]);
    return { planId, changes: [] };
  }
  const made = await makeOwnPlan(tx, ctx, { name });
  return { planId: made.id, changes: [made.change] };
};

export const createCampaign = ({ pools, ctx, input }: Verb<CreateCampaign>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => {
    if (input.fallbackTargetId !== null) {
      await requireTargets(tx, [{ id: input.fallbackTargetId, path: "body.fallbackTargetId" }]);
    }
    await requireFilterLists(tx, listRuleFilters(input.payoutRules, "body.payoutRules"));
    const { planId, changes } = await pickPlan(tx, ctx, input);
    const id = await insertCampaign(tx, { ...input, planId });
    await refuseReportedRevenue(tx, "body.caps");
    const after = await getCampaignRow(tx, id);
    return {
      result: after,
      change: [
        ...changes,
        { action: "create", noun: "campaign", nounId: id, before: null, after, book: true },
      ],
    };
  });
