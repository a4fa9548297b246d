import type { CampaignBook, PlanRow } from "#book.ts";
import type { Claim } from "#cap/counter.ts";
import { findConvertedBefore, type Recall } from "#duplicate/recall.ts";
import { isE164 } from "#phone.ts";
import type { RateKey } from "#rate/rate.ts";
import type { RowRef } from "#route/route.ts";
import { findPayoutTerms } from "#settle/payout.ts";
import type { Offer } from "#strategy/recency.ts";
import type { ArrivedFact, Choice, DialLeg, Terms } from "./event.ts";
import { toSecondsLeft, type Waited } from "./waited.ts";

/** The row a decision refers to; undefined when the campaign has no such row. */
export const findRow = (campaign: CampaignBook, row: RowRef): PlanRow | undefined =>
  row === "fallback" ? (campaign.fallback ?? undefined) : campaign.rows[row];

type Offering = {
  campaign: CampaignBook;
  arrived: ArrivedFact;
  waited: Waited | undefined;
  /** What was known of the caller's other calls. */
  recall: Recall | undefined;
  /** Epoch ms. */
  at: number;
};

const toConvertedBefore = (
  { buyerId, oncePerCaller: within }: PlanRow,
  offering: Offering,
): Pick<Terms, "convertedBefore"> => {
  const at =
    within === undefined || buyerId === null
      ? undefined
      : findConvertedBefore(buyerId, { ...offering, window: within });
  return within === undefined || at === undefined ? {} : { convertedBefore: { at, within } };
};

const toTerms = (row: PlanRow, offering: Offering): Terms => {
  const { campaign } = offering;
  const { currency, publisherId, payoutPick } = offering.arrived;
  const payout = payoutPick === undefined ? findPayoutTerms(campaign, publisherId) : payoutPick.payout;
  return {
    currency,
    revenueMicros: row.revenueMicros,
    revenueAfterSeconds: row.revenueAfterSeconds,
    ...(row.conversion !== undefined && { conversion: row.conversion }),
    ...(row.revenueByLength !== undefined && { revenueByLength: row.revenueByLength }),
    ...toConvertedBefore(row, offering),
    payoutMicros: payout === undefined ? campaign.payoutMicros : "0",
    payoutAfterSeconds: payout === undefined ? campaign.payoutAfterSeconds : 0,
    ...(payout && { payout }),
  };
};

/** The row's own, else the campaign's, but no longer than is left; the fallback rings as long as it does. */
export const toRingSeconds = (
  campaign: CampaignBook,
  { ref, plan, waited }: { ref: RowRef; plan: PlanRow; waited: Waited | undefined },
): number => {
  const seconds = plan.ringTimeoutSeconds ?? campaign.ringTimeoutSeconds;
  return waited === undefined || ref === "fallback" ? seconds : Math.min(seconds, toSecondsLeft(waited));
};

/** A row that is dialled, and what it takes. */
export type Offered = {
  ref: RowRef;
  plan: PlanRow;
  attempt: number;
  claims: readonly Claim[] | undefined;
  shared: readonly string[] | undefined;
  rate: RateKey | undefined;
  held: bigint | undefined;
  offer: Offer | undefined;
  tally: string | undefined;
};

/** The row's part of a dial, at the prices of now. */
const toDialLeg = ({ ref, plan, attempt, ...row }: Offered, offering: Offering): DialLeg => ({
  attempt,
  row: ref,
  targetId: plan.targetId,
  buyerId: plan.buyerId,
  ...(plan.agent !== undefined && { wrapUpSeconds: plan.agent.wrapUpSeconds }),
  destination: plan.destination,
  terms: toTerms(plan, offering),
  ...(row.claims !== undefined && { claims: row.claims }),
  ...(row.shared !== undefined && { shared: row.shared }),
  ...(row.rate !== undefined && { rate: row.rate }),
  ...(row.held !== undefined && { prepaid: { heldMicros: row.held.toString() } }),
  ...(row.offer !== undefined && { offer: row.offer }),
  ...(row.tally !== undefined && { tally: row.tally }),
});

/** The choice to dial a row, and others beside it: they ring for as long as the most patient of them. */
export const toDialChoice = (
  last: Offered,
  beside: readonly Offered[],
  offering: Offering,
): Choice & { kind: "dial" } => {
  const { campaign, arrived, waited } = offering;
  // A withheld caller id is no number that a carrier would show.
  const showsCaller = campaign.callerId === "caller" && isE164(arrived.from);
  return {
    kind: "dial",
    ...toDialLeg(last, offering),
    ringTimeoutSeconds: Math.max(
      ...[...beside, last].map(({ ref, plan }) => toRingSeconds(campaign, { ref, plan, waited })),
    ),
    timeLimitSeconds: campaign.timeLimitSeconds,
    callerId: showsCaller ? arrived.from : arrived.to,
    record: campaign.recording === "from-answer",
    ...(beside.length > 0 && { beside: beside.map((each) => toDialLeg(each, offering)) }),
  };
};
