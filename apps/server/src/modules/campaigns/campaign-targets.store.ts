import type { CampaignTarget, PutCampaignTargets } from "@ccp/contract";
import type { Hours } from "@ccp/engine";
import { and, asc, eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import { campaignTargets } from "#db/schema/campaigns.ts";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { describeDestinationBar } from "#modules/numbers/find-destination-bar.ts";

const isOfCampaign = (tx: AccountTransaction, campaignId: string) =>
  and(eq(campaignTargets.accountId, tx.accountId), eq(campaignTargets.campaignId, campaignId));

/** In plan order. */
export const selectCampaignTargets = async (
  tx: AccountTransaction,
  campaignId: string,
): Promise<CampaignTarget[]> => {
  const rows = await tx.db
    .select({
      target: { id: targets.id, name: targets.name },
      buyer: { id: buyers.id, name: buyers.name },
      targetStatus: targets.status,
      buyerStatus: buyers.status,
      concurrencyMax: targets.concurrencyMax,
      hours: targets.hours,
      timeZone: targets.timeZone,
      kind: targets.destinationKind,
      address: targets.destination,
      dialCountries: accounts.dialCountries,
      highRiskPrefixes: accounts.highRiskPrefixes,
      priority: campaignTargets.priority,
      weight: campaignTargets.weight,
      enabled: campaignTargets.enabled,
    })
    .from(campaignTargets)
    .innerJoin(
      targets,
      and(eq(targets.accountId, campaignTargets.accountId), eq(targets.id, campaignTargets.targetId)),
    )
    .innerJoin(buyers, and(eq(buyers.accountId, targets.accountId), eq(buyers.id, targets.buyerId)))
    .innerJoin(accounts, eq(accounts.accountId, targets.accountId))
    .where(isOfCampaign(tx, campaignId))
    .orderBy(asc(campaignTargets.position));
  return rows.map(({ kind, address, dialCountries, highRiskPrefixes, ...row }) => ({
    ...row,
    hours: row.hours as Hours | null,
    barred: describeDestinationBar({ kind, address }, { dialCountries, highRiskPrefixes }),
  }));
};

export const replaceCampaignTargets = async (
  tx: AccountTransaction,
  campaignId: string,
  items: PutCampaignTargets["items"],
): Promise<void> => {
  await tx.db.delete(campaignTargets).where(isOfCampaign(tx, campaignId));
  if (items.length === 0) return;
  await tx.db
    .insert(campaignTargets)
    .values(items.map((item, position) => ({ ...item, accountId: tx.accountId, campaignId, position })));
};
