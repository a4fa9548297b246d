import type { AccountBook, CampaignBook, PlanRow } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listCampaigns, listTargets } from "./books.store.ts";
import { type CompiledPlan, readPlans } from "./read-plans.ts";
import { toPlanRow, toStatus } from "./to-plan-row.ts";

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

const toCampaignBook = (
  campaign: CampaignRow,
  { rows, ...plan }: CompiledPlan,
  fallback: PlanRow | null,
): CampaignBook => ({
  id: campaign.id,
  name: campaign.name,
  status: toStatus(campaign.status),
  dialAttemptsMax: campaign.dialAttemptsMax,
  ...(campaign.recoveryMax !== null && { recoveryMax: campaign.recoveryMax }),
  ringTimeoutSeconds: campaign.ringTimeoutSeconds,
  timeLimitSeconds: campaign.timeLimitSeconds,
  recording: campaign.recording,
  callerId: campaign.callerId,
  apology: campaign.apology,
  payoutMicros: campaign.payoutMicros.toString(),
  payoutAfterSeconds: campaign.payoutAfterSeconds,
  ...plan,
  rows,
  fallback,
});

const fallbackPlace = { enabled: true, priority: 1, weight: 1 };

/** The account's campaigns by id, each with the rows of its plan in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  accountZone: string,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const plans = await readPlans(tx, { targets, accountZone });
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, accountZone, fallbackPlace);
  };
  const campaigns = await listCampaigns(tx);
  return Object.fromEntries(
    campaigns.map((campaign) => [
      campaign.id,
      toCampaignBook(
        campaign,
        plans.get(campaign.planId) ?? { rows: [] },
        toFallback(campaign.fallbackTargetId),
      ),
    ]),
  );
};
