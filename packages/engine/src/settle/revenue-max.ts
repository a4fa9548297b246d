import { toMicros } from "#money.ts";
import { priceLength, type RevenueTerms } from "./revenue.ts";

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/**
 * The most that a conversation of at most `timeLimitSeconds` (whole, not negative) can earn by its terms, in micros.
 * What the buyer's system reports may be more: nothing of these terms limits it.
 * Law: never less than `toRevenue` of any conversation within that limit.
 */
export const toRevenueMax = (
  { revenueMicros, revenueByLength }: RevenueTerms,
  timeLimitSeconds: number,
): bigint => {
  if (revenueByLength === undefined) return toMicros(revenueMicros);
  if (revenueByLength.kind === "per-minute") return priceLength(revenueByLength, timeLimitSeconds);
  return revenueByLength.tiers
    .filter(({ fromSeconds }) => fromSeconds <= timeLimitSeconds)
    .reduce((most, { micros }) => larger(most, toMicros(micros)), 0n);
};
