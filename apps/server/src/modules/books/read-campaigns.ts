import {
  type AccountBook,
  attestations,
  type CallFilter,
  type CampaignBook,
  type FallbackAnswer,
  type PlanRow,
  type RepeatRules,
} from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { readFilterNames } from "#modules/targets/read-filter-names.ts";
import { listCampaignPayouts, listCampaigns, listTargets } from "./books.store.ts";
import { type CompiledPlan, readPlans } from "./read-plans.ts";
import { listPaidFilters, type Paying, toPaying } from "./to-paying.ts";
import { type RowSettings, toPlanRow, toStatus } from "./to-plan-row.ts";

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

/** What rows and campaigns take over from their account. */
type AccountSettings = RowSettings & { attestations: CampaignRow["attestations"] };

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
  paying: Paying,
): CampaignBook => ({
  id: campaign.id,
  name: campaign.name,
  status: toStatus(campaign.status),
  dialAttemptsMax: campaign.dialAttemptsMax,
  ...(campaign.recoveryMax !== null && { recoveryMax: campaign.recoveryMax }),
  ringTimeoutSeconds: campaign.ringTimeoutSeconds,
  ...(campaign.decisionTimeoutSeconds !== null && {
    decisionTimeoutSeconds: campaign.decisionTimeoutSeconds,
  }),
  timeLimitSeconds: campaign.timeLimitSeconds,
  recording: campaign.recording,
  callerId: campaign.callerId,
  apology: campaign.apology,
  ...toAttestations(campaign, account),
  ...(campaign.repeats !== null && { repeats: campaign.repeats as RepeatRules }),
  payoutMicros: campaign.payoutMicros.toString(),
  payoutAfterSeconds: campaign.payoutAfterSeconds,
  ...paying,
  ...plan,
  rows,
  fallback,
  ...(campaign.fallbackAnswer !== null && { fallbackAnswer: campaign.fallbackAnswer as FallbackAnswer }),
});

const fallbackPlace = { enabled: true, priority: 1, weight: 1 };

/** The account's campaigns by id, each with the rows of its plan in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  account: AccountSettings,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const campaigns = await listCampaigns(tx);
  const own = await listCampaignPayouts(tx);
  const filters = [...targets.values()].map(({ target }) => target.filter as CallFilter | null);
  const names = await readFilterNames(tx, [...filters, ...listPaidFilters(campaigns, own)]);
  const beside = { account, names };
  const plans = await readPlans(tx, { targets, beside });
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, beside, fallbackPlace);
  };
  return Object.fromEntries(
    campaigns.map((campaign) => {
      const { id, planId, fallbackTargetId } = campaign;
      const plan = plans.get(planId) ?? { rows: [] };
      const fallback = toFallback(fallbackTargetId);
      const paying = toPaying(campaign, own, names);
      return [id, toCampaignBook({ campaign, account }, plan, fallback, paying)];
    }),
  );
};
