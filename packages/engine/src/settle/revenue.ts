import type { RepeatWindow } from "#duplicate/rules.ts";
import { toMicros, type MicrosText } from "#money.ts";
import type { Conversion } from "./conversion.ts";

/** What a conversation earns that lasted at least so long. */
export type RevenueTier = { fromSeconds: number; micros: MicrosText };

/**
 * A price by the length of the conversation. Per minute: the length rounded up to increments, at least the minimum.
 * Tiers: strictly rising seconds, at least one; the highest that is reached counts.
 */
export type LengthPrice =
  | { kind: "per-minute"; microsPerMinute: MicrosText; incrementSeconds: number; minimumSeconds: number }
  | { kind: "tiers"; tiers: readonly RevenueTier[] };

/** What a buyer owes for a conversation. */
export type RevenueTerms = {
  /** The amount where it is fixed; zero where it depends on the length. */
  revenueMicros: MicrosText;
  /** Connected seconds after which the buyer owes the revenue; by tiers, those of the first one. */
  revenueAfterSeconds: number;
  /** Absent where those seconds of conversation are all that is asked for, and before engine 4. */
  conversion?: Conversion;
  /** A caller's conversion with the buyer counts once within it; absent: each does, and before engine 4. */
  oncePerCaller?: RepeatWindow;
  /** Absent where the amount is fixed, and in books and decisions of before engine 3. */
  revenueByLength?: LengthPrice;
};

/** The seconds that are paid for by the minute: whole increments, and no fewer than the minimum. */
export const toBilledSeconds = (
  { incrementSeconds, minimumSeconds }: Extract<LengthPrice, { kind: "per-minute" }>,
  connectedSeconds: number,
): bigint => {
  const increment = BigInt(incrementSeconds);
  const billed = ((BigInt(connectedSeconds) + increment - 1n) / increment) * increment;
  const minimum = BigInt(minimumSeconds);
  return billed > minimum ? billed : minimum;
};

/** The highest tier that so many connected seconds reach; undefined below the first. */
export const findTier = (tiers: readonly RevenueTier[], connectedSeconds: number): RevenueTier | undefined =>
  tiers.findLast(({ fromSeconds }) => connectedSeconds >= fromSeconds);

/**
 * What so many connected seconds (whole, not negative) earn, in micros; a fraction of a micro is not charged.
 * Law: never negative; never less for a longer conversation, as long as no tier earns less than the one before.
 */
export const priceLength = (price: LengthPrice, connectedSeconds: number): bigint =>
  price.kind === "per-minute"
    ? (toMicros(price.microsPerMinute) * toBilledSeconds(price, connectedSeconds)) / 60n
    : toMicros(findTier(price.tiers, connectedSeconds)?.micros ?? "0");

/**
 * What a converted attempt earns, in micros; null while that depends on a length that is not final, which is told
 * as null connected seconds.
 */
export const toRevenue = (
  { revenueMicros, revenueByLength }: RevenueTerms,
  connectedSeconds: number | null,
): bigint | null => {
  if (revenueByLength === undefined) return toMicros(revenueMicros);
  return connectedSeconds === null ? null : priceLength(revenueByLength, connectedSeconds);
};
