import {
  type AccountBook,
  attestations,
  type CallFilter,
  type CampaignBook,
  type Cap,
  type Conversion,
  type FilterNames,
  type Hours,
  type LengthPrice,
  type PayoutTerms,
  type PlanRow,
  type RevenueTerms,
} from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { findDestinationBar } from "#modules/numbers/find-destination-bar.ts";
import { pickFilterNames, readFilterNames } from "#modules/targets/read-filter-names.ts";
import { listCampaignPayouts, listCampaigns, listCampaignTargets, listTargets } from "./books.store.ts";

type TargetRow = Awaited<ReturnType<typeof listTargets>>[number];

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

/** What rows and campaigns take over from their account. */
type AccountSettings = {
  timeZone: string;
  attestations: CampaignRow["attestations"];
  dialCountries: readonly string[];
  highRiskPrefixes: readonly string[];
};

/** What rows need that stands in none of their tables. */
type Beside = { account: AccountSettings; names: FilterNames };

/** Archived things are left out where they are read. */
const toStatus = (status: "active" | "paused" | "archived"): "active" | "paused" =>
  status === "active" ? "active" : "paused";

/** The target's hours on its own clock, or else on the account's. */
const toSchedule = (
  { hours, timeZone }: TargetRow["target"],
  accountZone: string,
): Pick<PlanRow, "schedule"> =>
  hours === null ? {} : { schedule: { hours: hours as Hours, timeZone: timeZone ?? accountZone } };

const toRevenueTerms = ({
  revenueMicros,
  revenueAfterSeconds,
  conversion,
  revenueByLength,
}: TargetRow["target"]): RevenueTerms => ({
  revenueMicros: revenueMicros.toString(),
  revenueAfterSeconds,
  ...(conversion !== null && { conversion: conversion as Conversion }),
  ...(revenueByLength !== null && { revenueByLength: revenueByLength as LengthPrice }),
});

/** The target's caps, which begin anew on the same clock. */
const toCaps = (
  { caps, capsGeneration: generation, timeZone }: TargetRow["target"],
  accountZone: string,
): Pick<PlanRow, "caps"> =>
  caps === null ? {} : { caps: { list: caps as Cap[], generation, timeZone: timeZone ?? accountZone } };

const toDestination = (
  { destinationKind: kind, destination: address }: TargetRow["target"],
  { account }: Beside,
): Pick<PlanRow, "destination" | "barred"> => {
  const barred = findDestinationBar({ kind, address }, account);
  return { destination: { kind, address }, ...(barred !== null && { barred }) };
};

/** The target's filter on the same clock, with what the ids in it are called today. */
const toFilter = (
  { filter: stored, timeZone }: TargetRow["target"],
  { account, names }: Beside,
): Pick<PlanRow, "filter"> => {
  const filter = stored as CallFilter | null;
  return filter === null
    ? {}
    : {
        filter: {
          ...filter,
          timeZone: timeZone ?? account.timeZone,
          names: pickFilterNames(filter, names),
        },
      };
};

const toPlanRow = (
  { target, buyer }: TargetRow,
  beside: Beside,
  place: Pick<PlanRow, "enabled" | "priority" | "weight">,
): PlanRow => ({
  targetId: target.id,
  targetName: target.name,
  targetStatus: toStatus(target.status),
  buyerId: buyer.id,
  buyerName: buyer.name,
  buyerStatus: toStatus(buyer.status),
  enabled: place.enabled,
  priority: place.priority,
  weight: place.weight,
  ...toDestination(target, beside),
  ...toSchedule(target, beside.account.timeZone),
  ...toFilter(target, beside),
  ...toCaps(target, beside.account.timeZone),
  concurrencyMax: target.concurrencyMax,
  ringTimeoutSeconds: target.ringTimeoutSeconds,
  ...toRevenueTerms(target),
});

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
  rows: readonly PlanRow[],
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

/** The account's campaigns by id, each with its rows in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  account: AccountSettings,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const filters = [...targets.values()].map(({ target }) => target.filter as CallFilter | null);
  const beside = { account, names: await readFilterNames(tx, filters) };
  const rows = new Map<string, PlanRow[]>();
  for (const { campaignId, targetId, ...place } of await listCampaignTargets(tx)) {
    const target = targets.get(targetId);
    if (target === undefined) continue;
    rows.set(campaignId, [...(rows.get(campaignId) ?? []), toPlanRow(target, beside, place)]);
  }
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, beside, fallbackPlace);
  };
  const payouts = await readPayouts(tx);
  const campaigns = await listCampaigns(tx);
  return Object.fromEntries(
    campaigns.map((campaign) => {
      const { id, fallbackTargetId } = campaign;
      const fallback = toFallback(fallbackTargetId);
      return [id, toCampaignBook({ campaign, account }, rows.get(id) ?? [], fallback, payouts.get(id))];
    }),
  );
};
