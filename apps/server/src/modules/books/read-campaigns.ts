import type { AccountBook, CampaignBook, Cap, Hours, LengthPrice, PlanRow, RevenueTerms } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listCampaigns, listCampaignTargets, listTargets } from "./books.store.ts";

type TargetRow = Awaited<ReturnType<typeof listTargets>>[number];

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

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
  revenueByLength,
}: TargetRow["target"]): RevenueTerms => ({
  revenueMicros: revenueMicros.toString(),
  revenueAfterSeconds,
  ...(revenueByLength !== null && { revenueByLength: revenueByLength as LengthPrice }),
});

/** The target's caps, which begin anew on the same clock. */
const toCaps = (
  { caps, capsGeneration: generation, timeZone }: TargetRow["target"],
  accountZone: string,
): Pick<PlanRow, "caps"> =>
  caps === null ? {} : { caps: { list: caps as Cap[], generation, timeZone: timeZone ?? accountZone } };

const toPlanRow = (
  { target, buyer }: TargetRow,
  accountZone: string,
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
  destination: { kind: target.destinationKind, address: target.destination },
  ...toSchedule(target, accountZone),
  ...toCaps(target, accountZone),
  concurrencyMax: target.concurrencyMax,
  ringTimeoutSeconds: target.ringTimeoutSeconds,
  ...toRevenueTerms(target),
});

const toCampaignBook = (
  campaign: CampaignRow,
  rows: readonly PlanRow[],
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
  rows,
  fallback,
});

const fallbackPlace = { enabled: true, priority: 1, weight: 1 };

/** The account's campaigns by id, each with its rows in plan order. */
export const readCampaigns = async (
  tx: AccountTransaction,
  accountZone: string,
): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const rows = new Map<string, PlanRow[]>();
  for (const { campaignId, targetId, ...place } of await listCampaignTargets(tx)) {
    const target = targets.get(targetId);
    if (target === undefined) continue;
    rows.set(campaignId, [...(rows.get(campaignId) ?? []), toPlanRow(target, accountZone, place)]);
  }
  const toFallback = (targetId: string | null): PlanRow | null => {
    const target = targets.get(targetId ?? "");
    return target === undefined ? null : toPlanRow(target, accountZone, fallbackPlace);
  };
  const campaigns = await listCampaigns(tx);
  return Object.fromEntries(
    campaigns.map((campaign) => [
      campaign.id,
      toCampaignBook(campaign, rows.get(campaign.id) ?? [], toFallback(campaign.fallbackTargetId)),
    ]),
  );
};
