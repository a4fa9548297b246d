import type { Payout, PayoutRule, PublisherPayout } from "@ccp/contract";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import { campaignPayouts, campaigns } from "#db/schema/campaigns.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toPayout } from "#modules/campaigns/payout-columns.ts";

/** Campaigns in service that the publisher brings calls to, or has terms of its own in; by name. */
export const selectPublisherPayouts = async (
  tx: AccountTransaction,
  publisherId: string,
): Promise<PublisherPayout[]> => {
  const brings = sql`exists (select from numbers used where used.account_id = ${campaigns.accountId}
    and used.campaign_id = ${campaigns.id} and used.publisher_id = ${publisherId})`;
  const rows = await tx.db
    .select({
      campaign: { id: campaigns.id, name: campaigns.name },
      campaignStatus: campaigns.status,
      payoutMicros: campaigns.payoutMicros,
      payoutAfterSeconds: campaigns.payoutAfterSeconds,
      payout: campaigns.payout,
      rules: campaigns.payoutRules,
      own: campaignPayouts.payout,
      ownRules: campaignPayouts.rules,
      isOwn: campaignPayouts.enabled,
    })
    .from(campaigns)
    .leftJoin(
      campaignPayouts,
      and(
        eq(campaignPayouts.accountId, campaigns.accountId),
        eq(campaignPayouts.campaignId, campaigns.id),
        eq(campaignPayouts.publisherId, publisherId),
      ),
    )
    .where(
      and(
        eq(campaigns.accountId, tx.accountId),
        ne(campaigns.status, "archived"),
        sql`(${campaignPayouts.publisherId} is not null or ${brings})`,
      ),
    )
    .orderBy(asc(sql`lower(${campaigns.name})`), asc(campaigns.id));
  return rows.map(({ campaign, campaignStatus, rules, own, ownRules, isOwn, ...terms }) => ({
    campaign,
    campaignStatus,
    rules: (isOwn === true ? ownRules : rules) as PayoutRule[],
    payout: isOwn === true ? (own as Payout | null) : toPayout(terms),
    from: isOwn === true ? "publisher" : "campaign",
  }));
};
