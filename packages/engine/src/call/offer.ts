import type { CampaignBook, PlanRow } from "#book.ts";
import type { Claim } from "#cap/counter.ts";
import { isE164 } from "#phone.ts";
import type { RowRef } from "#route/route.ts";
import { findPayoutTerms } from "#settle/payout.ts";
import type { Offer } from "#strategy/recency.ts";
import type { ArrivedFact, Choice, Terms } from "./event.ts";

/** The row a decision refers to; undefined when the campaign has no such row. */
export const findRow = (campaign: CampaignBook, row: RowRef): PlanRow | undefined =>
  row === "fallback" ? (campaign.fallback ?? undefined) : campaign.rows[row];

const toTerms = (campaign: CampaignBook, row: PlanRow, { currency, publisherId }: ArrivedFact): Terms => {
  const payout = findPayoutTerms(campaign, publisherId);
  return {
    currency,
    revenueMicros: row.revenueMicros,
    revenueAfterSeconds: row.revenueAfterSeconds,
    ...(row.conversion !== undefined && { conversion: row.conversion }),
    ...(row.revenueByLength !== undefined && { revenueByLength: row.revenueByLength }),
    payoutMicros: payout === undefined ? campaign.payoutMicros : "0",
    payoutAfterSeconds: payout === undefined ? campaign.payoutAfterSeconds : 0,
    ...(payout !== undefined && { payout }),
  };
};

/** The choice to dial a row of the campaign: the row's own settings before the campaign's, prices as of now. */
export const toDialChoice = (
  campaign: CampaignBook,
  row: { ref: RowRef; plan: PlanRow; claims: readonly Claim[] | undefined; offer: Offer | undefined },
  attempt: number,
  arrived: ArrivedFact,
): Choice & { kind: "dial" } => {
  // A withheld caller id is no number that a carrier would show.
  const showsCaller = campaign.callerId === "caller" && isE164(arrived.from);
  return {
    kind: "dial",
    attempt,
    row: row.ref,
    targetId: row.plan.targetId,
    buyerId: row.plan.buyerId,
    destination: row.plan.destination,
    ringTimeoutSeconds: row.plan.ringTimeoutSeconds ?? campaign.ringTimeoutSeconds,
    timeLimitSeconds: campaign.timeLimitSeconds,
    callerId: showsCaller ? arrived.from : arrived.to,
    record: campaign.recording === "from-answer",
    terms: toTerms(campaign, row.plan, arrived),
    ...(row.claims !== undefined && { claims: row.claims }),
    ...(row.offer !== undefined && { offer: row.offer }),
  };
};
