import type { CampaignPayout, Payout, PayoutRule, PutCampaignPayouts } from "@ccp/contract";
import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { campaignPayouts, numbers } from "#db/schema/campaigns.ts";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";

const isOfCampaign = (tx: AccountTransaction, campaignId: string) =>
  and(eq(campaignPayouts.accountId, tx.accountId), eq(campaignPayouts.campaignId, campaignId));

const itsPublisher = and(
  eq(publishers.accountId, campaignPayouts.accountId),
  eq(publishers.id, campaignPayouts.publisherId),
);

/** By name; those of archived publishers, whose calls nobody pays for, are left out. */
export const selectCampaignPayouts = async (
  tx: AccountTransaction,
  campaignId: string,
): Promise<CampaignPayout[]> => {
  const rows = await tx.db
    .select({
      publisher: { id: publishers.id, name: publishers.name },
      publisherStatus: publishers.status,
      rules: campaignPayouts.rules,
      payout: campaignPayouts.payout,
      enabled: campaignPayouts.enabled,
    })
    .from(campaignPayouts)
    .innerJoin(publishers, itsPublisher)
    .where(and(isOfCampaign(tx, campaignId), ne(publishers.status, "archived")))
    .orderBy(asc(sql`lower(${publishers.name})`), asc(publishers.id));
  return rows.map((row) => ({
    ...row,
    rules: row.rules as PayoutRule[],
    payout: row.payout as Payout | null,
  }));
};

/** Those of archived publishers stay as they are, out of sight, for their return. */
const isShown = (tx: AccountTransaction) =>
  inArray(
    campaignPayouts.publisherId,
    tx.db
      .select({ id: publishers.id })
      .from(publishers)
      .where(and(eq(publishers.accountId, tx.accountId), ne(publishers.status, "archived"))),
  );

export const replaceCampaignPayouts = async (
  tx: AccountTransaction,
  campaignId: string,
  items: PutCampaignPayouts["items"],
): Promise<void> => {
  await tx.db.delete(campaignPayouts).where(and(isOfCampaign(tx, campaignId), isShown(tx)));
  if (items.length === 0) return;
  await tx.db
    .insert(campaignPayouts)
    .values(items.map((item) => ({ ...item, accountId: tx.accountId, campaignId })));
};

/** The first number that a publisher has in a campaign; empty where it has none. */
export const findFirstNumber = async (
  tx: AccountTransaction,
  { id, publisherId }: { id: string; publisherId: string },
): Promise<string> => {
  const [found] = await tx.db
    .select({ number: numbers.number })
    .from(numbers)
    .where(
      and(
        eq(numbers.accountId, tx.accountId),
        eq(numbers.campaignId, id),
        eq(numbers.publisherId, publisherId),
      ),
    )
    .orderBy(asc(numbers.id))
    .limit(1);
  return found?.number ?? "";
};
