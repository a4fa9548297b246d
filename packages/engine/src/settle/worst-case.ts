import { toMicros } from "#money.ts";
import { priceLength, type RevenueTerms } from "./revenue.ts";

/**
 * The most that a conversation of at most `timeLimitSeconds` can earn by these terms, in micros. What a buyer's system
 * may report has no limit: terms that wait for a report count as what they say themselves.
 */
export const toWorstRevenue = (
  { revenueMicros, revenueByLength }: RevenueTerms,
  timeLimitSeconds: number,
): bigint => {
  if (revenueByLength === undefined) return toMicros(revenueMicros);
  if (revenueByLength.kind === "per-minute") return priceLength(revenueByLength, timeLimitSeconds);
  let most = 0n;
  for (const { fromSeconds, micros } of revenueByLength.tiers) {
    const earned = toMicros(micros);
    if (fromSeconds <= timeLimitSeconds && earned > most) most = earned;
  }
  return most;
};
