import type { Pools } from "@ccp/server/db/client.ts";
import { withAccount } from "@ccp/server/db/transaction.ts";
import { updateCampaign } from "@ccp/server/modules/campaigns/update-campaign.ts";
import { updateTarget } from "@ccp/server/modules/targets/update-target.ts";
import { getByName, type InstalledAccount } from "./install-plan.ts";
import type { AccountPlan, CampaignPlan, TargetPlan } from "./plan.ts";

type TargetChange = Partial<Pick<TargetPlan, "status" | "revenue">>;
type CampaignChange = Partial<Pick<CampaignPlan, "payout">>;

/** What somebody at the console changes while calls are under way. */
export type PlanChange = {
  target: { name: string; change: TargetChange };
  campaign: { name: string; change: CampaignChange };
};

const applyToTarget = (plan: AccountPlan, { name, change }: PlanChange["target"]): AccountPlan => ({
  ...plan,
  targets: plan.targets.map((each) => (each.name === name ? { ...each, ...change } : each)),
});

const applyToCampaign = (plan: AccountPlan, { name, change }: PlanChange["campaign"]): AccountPlan => ({
  ...plan,
  campaigns: plan.campaigns.map((each) => (each.name === name ? { ...each, ...change } : each)),
});

const readRevision = (pools: Pools, accountId: string): Promise<number> =>
  withAccount(pools.app, accountId, async (tx) => {
    const { rows } = await tx.query<{ revision: string }>("select revision from accounts");
    return Number(rows[0]?.revision);
  });

/**
 * Changes the account and its plan alike. Calls are routed by the old book until the new one is compiled, and perhaps
 * by one of between the two changes.
 */
export const changePlan = async (
  pools: Pools,
  { ctx, history, targetIds, campaignIds }: InstalledAccount,
  { target, campaign }: PlanChange,
): Promise<void> => {
  const targetInput = { id: getByName(targetIds, target.name), patch: target.change };
  await updateTarget({ pools, ctx, input: targetInput });
  history.add(await readRevision(pools, ctx.accountId), applyToTarget(history.latest(), target));
  const campaignInput = { id: getByName(campaignIds, campaign.name), patch: campaign.change };
  await updateCampaign({ pools, ctx, input: campaignInput });
  history.add(await readRevision(pools, ctx.accountId), applyToCampaign(history.latest(), campaign));
};
