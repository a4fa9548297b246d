import type { CampaignBook, PlanRow } from "#book.ts";
import { toMicros } from "#money.ts";
import { priceLength } from "#settle/revenue.ts";
import type { History, Sample } from "./history.ts";
import type { Money, PastCall } from "./past-call.ts";

/** What its converted calls would have earned by the terms that the row has now. */
const toEarnings = ({ buyerId, revenueByLength, revenueMicros }: PlanRow, sample: Sample): bigint => {
  if (buyerId === null) return 0n;
  if (revenueByLength === undefined) return toMicros(revenueMicros) * BigInt(sample.converted);
  return sample.convertedSeconds.reduce((sum, seconds) => sum + priceLength(revenueByLength, seconds), 0n);
};

/** Whether the publisher is paid for the call that came in, whoever takes it. */
export const isPaidForArrival = ({ arrived: { payout, payoutPick } }: PastCall): boolean =>
  (payoutPick?.payout ?? payout)?.due.kind === "incoming";

/** Says what a call is expected to be worth to a row. */
export type Estimator = (call: PastCall, campaign: CampaignBook, row: PlanRow) => Money | null;

/**
 * Estimates by what came of calls that rang the same target first: the share of them that converted, times what the row
 * pays for one, and what the campaign's publishers were paid for one. Fractions of a micro are left out. Null where
 * there is nothing to go by.
 */
export const createEstimator = ({ targets, campaigns }: History): Estimator => {
  const earnings = new Map<PlanRow, bigint>();
  return (call, { id }, row) => {
    const sample = targets.get(row.targetId);
    if (sample === undefined || sample.dialled === 0) return null;
    const total = earnings.get(row) ?? toEarnings(row, sample);
    earnings.set(row, total);
    const revenueMicros = total / BigInt(sample.dialled);
    if (isPaidForArrival(call)) return { revenueMicros, payoutMicros: call.payoutMicros };
    if (sample.converted === 0 || call.arrived.publisherId === null)
      return { revenueMicros, payoutMicros: 0n };
    const paid = campaigns.get(id);
    if (paid === undefined || paid.converted === 0) return null;
    const share = paid.payoutMicros * BigInt(sample.converted);
    return { revenueMicros, payoutMicros: share / (BigInt(sample.dialled) * BigInt(paid.converted)) };
  };
};

/** The mean of several who ring at once; null where one of them has no estimate. */
export const toMean = (estimates: readonly (Money | null)[]): Money | null => {
  const known = estimates.filter((each) => each !== null);
  if (known.length === 0 || known.length < estimates.length) return null;
  const count = BigInt(known.length);
  return {
    revenueMicros: known.reduce((sum, each) => sum + each.revenueMicros, 0n) / count,
    payoutMicros: known.reduce((sum, each) => sum + each.payoutMicros, 0n) / count,
  };
};
