import {
  type AccountBook,
  attestations,
  type CallFilter,
  type CampaignBook,
  type PayoutTerms,
  type PlanRow,
} from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { readFilterNames } from "#modules/targets/read-filter-names.ts";
import { listCampaignPayouts, listCampaigns, listTargets } from "./books.store.ts";
import { type CompiledPlan, readPlans } from "./read-plans.ts";
import { type RowSettings, toPlanRow, toStatus } from "./to-plan-row.ts";

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

/** What rows and campaigns take over from their account. */
type AccountSettings = RowSettings & { attestations: CampaignRow["attestations"] };

type Payouts = Readonly<Record<string, PayoutTerms>>;

/** The campaign's terms where they are more than an amount after some seconds, and those of single publishers. */
const toPayouts = ({ payout }: CampaignRow, own: Payouts | undefined) => ({
  ...(payout !== null && { payout: payout as PayoutTerms }),
  ...(own !== undefined && { payouts: own }),
});

/** The campaign's demand, or else the account's; to accept all is no demand. */
const toAttestations = (
  campaign: CampaignRow,
  account: AccountSettings,
): Pick<CampaignBook, "attestations"> => {
  const accepted = campaign.attestations ?? account.attestations;
  return accepted === null || accepted.length === attestations.length ? {} : { attestations: accepted };
};

const toCampaignBook = (
  { campaign, account }: { campaign: CampaignRow; account: AccountSettings },
  { rows, ...plan }: CompiledPlan,
  fallback: PlanRow | null,
  payouts: Payouts | undefined,
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
  ...toAttestations(campaign, account),
  payoutMicros: campaign.payoutMicros.toString(),
  payoutAfterSeconds: campaign.payoutAfterSeconds,
  ...toPayouts(campaign, payouts),
  ...plan,
  rows,
  fallback,
});

const fallbackPlace = { enabled: true, priority: 1, weight: 1 };

/** By campaign and publisher. */
const readPayouts = async (tx: AccountTransaction): Promise<Map<string, Payouts>> => {
  const payouts = new Map<string, Payouts>();
  for (const { campaignId, publisherId, payout } of await listCampaignPayouts(tx)) {
    payouts.set(campaignId, { ...payouts.get(campaignId), [publisherId]: payout as PayoutTerms });
  }
  return payouts;
};

/** The account's campaigns by id, each with the rows of its plan in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  account: AccountSettings,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const filters = [...targets.values()].map(({ target }) => target.filter as CallFilter | null);
  const beside = { account, names: await readFilterNames(tx, filters) };
  const plans = await readPlans(tx, { targets, beside });
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, beside, fallbackPlace);
  };
  const payouts = await readPayouts(tx);
  const campaigns = await listCampaigns(tx);
  return Object.fromEntries(
    campaigns.map((campaign) => {
      const { id, planId, fallbackTargetId } = campaign;
      const plan = plans.get(planId) ?? { rows: [] };
      const fallback = toFallback(fallbackTargetId);
      return [id, toCampaignBook({ campaign, account }, plan, fallback, payouts.get(id))];
    }),
  );
};
