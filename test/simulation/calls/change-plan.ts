import type { Pool } from "pg";
import type { Pools } from "@ccp/server/db/client.ts";
import { updateCampaign } from "@ccp/server/modules/campaigns/update-campaign.ts";
import { updateTarget } from "@ccp/server/modules/targets/update-target.ts";
import { getByName, type InstalledAccount } from "./install-plan.ts";
import type { AccountPlan, CampaignPlan, TargetPlan } from "./plan.ts";

type TargetChange = Partial<Pick<TargetPlan, "status" | "revenueMicros" | "revenueAfterSeconds">>;
type CampaignChange = Partial<Pick<CampaignPlan, "payoutMicros" | "payoutAfterSeconds">>;

/** What somebody at the console changes while calls are under way. */
export type PlanChange = {
  target: { name: string; change: TargetChange };
  campaign: { name: string; change: CampaignChange };
};

const applyChange = (plan: AccountPlan, { target, campaign }: PlanChange): AccountPlan => ({
  ...plan,
  targets: plan.targets.map((each) => (each.name === target.name ? { ...each, ...target.change } : each)),
  campaigns: plan.campaigns.map((each) =>
    each.name === campaign.name ? { ...each, ...campaign.change } : each,
  ),
});

const readRevision = async (database: Pool, accountId: string): Promise<number> => {
  const { rows } = await database.query<{ revision: string }>(
    "select revision from accounts where account_id = $1",
    [accountId],
  );
  return Number(rows[0]?.revision);
};

/** Changes the account and its plan alike. Calls are routed by the old book until the new one is compiled. */
export const changePlan = async (
  deps: { pools: Pools; database: Pool },
  { ctx, history, targetIds, campaignIds }: InstalledAccount,
  change: PlanChange,
): Promise<void> => {
  const { target, campaign } = change;
  const targetInput = { id: getByName(targetIds, target.name), patch: target.change };
  await updateTarget({ ...deps, ctx, input: targetInput });
  const campaignInput = { id: getByName(campaignIds, campaign.name), patch: campaign.change };
  await updateCampaign({ ...deps, ctx, input: campaignInput });
  history.add(await readRevision(deps.database, ctx.accountId), applyChange(history.latest(), change));
};
