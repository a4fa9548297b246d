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
import {
  listCampaignPayouts,
  listCampaigns,
  listCappedPublishers,
  listPlanRows,
  listTargets,
} from "./books.store.ts";
import { type CompiledPlan, readPlans } from "./read-plans.ts";
import { listPaidFilters, type Paying, toPaying } from "./to-paying.ts";
import { type RowSettings, toCaps, toPlanRow, toStatus } from "./to-plan-row.ts";

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

type Sources = {
  campaign: CampaignRow;
  account: AccountSettings;
  plan: CompiledPlan;
  fallback: PlanRow | null;
  paying: Paying;
  publisherCaps: CampaignBook["publisherCaps"];
};

/** What the campaign may take in all, and what its publishers may be paid. */
const toCampaignCaps = ({ campaign, publisherCaps }: Sources) => {
  const caps = toCaps(campaign, campaign.timeZone);
  return { ...(caps && { caps }), ...(publisherCaps && { publisherCaps }) };
};

const toCampaignBook = (sources: Sources): CampaignBook => {
  const { campaign, account, fallback, paying } = sources;
  const { rows, ...plan } = sources.plan;
  return {
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
    ...toCampaignCaps(sources),
    ...plan,
    rows,
    fallback,
    ...(campaign.fallbackAnswer !== null && { fallbackAnswer: campaign.fallbackAnswer as FallbackAnswer }),
  };
};

const fallbackPlace = { enabled: true, priority: 1, weight: 1 };

/** Caps on payouts by publisher; undefined where nobody has any. */
const readPublisherCaps = async (
  tx: AccountTransaction,
  timeZone: string,
): Promise<CampaignBook["publisherCaps"]> => {
  const capped = await listCappedPublishers(tx);
  const entries = capped.map((row) => [row.id, toCaps(row, timeZone)] as const);
  const found = entries.flatMap(([id, caps]) => (caps === undefined ? [] : [[id, caps] as const]));
  return found.length === 0 ? undefined : Object.fromEntries(found);
};

/** The account's campaigns by id, each with the rows of its plan in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  account: AccountSettings,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const campaigns = await listCampaigns(tx);
  const own = await listCampaignPayouts(tx);
  const filters = [...targets.values()].map(({ target }) => target.filter as CallFilter | null);
  const rows = await listPlanRows(tx);
  filters.push(...rows.map(({ filter }) => filter as CallFilter | null));
  const names = await readFilterNames(tx, [...filters, ...listPaidFilters(campaigns, own)]);
  const beside = { account, names };
  const plans = await readPlans(tx, { rows, targets, beside });
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, beside, fallbackPlace);
  };
  const publisherCaps = await readPublisherCaps(tx, account.timeZone);
  return Object.fromEntries(
    campaigns.map((campaign) => {
      const { id, planId, fallbackTargetId } = campaign;
      const plan = plans.get(planId) ?? { rows: [] };
      const fallback = toFallback(fallbackTargetId);
      const paying = toPaying(campaign, own, names);
      return [id, toCampaignBook({ campaign, account, plan, fallback, paying, publisherCaps })];
    }),
  );
};
