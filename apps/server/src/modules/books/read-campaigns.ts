import type { AccountBook, CampaignBook, PlanRow } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import { listCampaigns, listCampaignTargets, listTargets } from "./books.store.ts";

type TargetRow = Awaited<ReturnType<typeof listTargets>>[number];

type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>[number];

/** Archived things are left out where they are read. */
const toStatus = (status: "active" | "paused" | "archived"): "active" | "paused" =>
  status === "active" ? "active" : "paused";

const toPlanRow = (
  { target, buyer }: TargetRow,
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
  concurrencyMax: target.concurrencyMax,
  ringTimeoutSeconds: target.ringTimeoutSeconds,
  revenueMicros: target.revenueMicros.toString(),
  revenueAfterSeconds: target.revenueAfterSeconds,
});

const toCampaignBook = (
  campaign: CampaignRow,
  rows: readonly PlanRow[],
  fallback: TargetRow | undefined,
): CampaignBook => ({
  id: campaign.id,
  name: campaign.name,
  status: toStatus(campaign.status),
  dialAttemptsMax: campaign.dialAttemptsMax,
  ringTimeoutSeconds: campaign.ringTimeoutSeconds,
  timeLimitSeconds: campaign.timeLimitSeconds,
  recording: campaign.recording,
  callerId: campaign.callerId,
  apology: campaign.apology,
  payoutMicros: campaign.payoutMicros.toString(),
  payoutAfterSeconds: campaign.payoutAfterSeconds,
  rows,
  fallback: fallback === undefined ? null : toPlanRow(fallback, { enabled: true, priority: 1, weight: 1 }),
});

/** The account's campaigns by id, each with its rows in plan order. */
export const readCampaigns = async (tx: AccountTransaction): Promise<AccountBook["campaigns"]> => {
  const targets = new Map((await listTargets(tx)).map((row) => [row.target.id, row]));
  const rows = new Map<string, PlanRow[]>();
  for (const { campaignId, targetId, ...place } of await listCampaignTargets(tx)) {
    const target = targets.get(targetId);
    if (target === undefined) continue;
    rows.set(campaignId, [...(rows.get(campaignId) ?? []), toPlanRow(target, place)]);
  }
  const campaigns = await listCampaigns(tx);
  return Object.fromEntries(
    campaigns.map((campaign) => [
      campaign.id,
      toCampaignBook(campaign, rows.get(campaign.id) ?? [], targets.get(campaign.fallbackTargetId ?? "")),
    ]),
  );
};
