import type { CampaignBook } from "#book.ts";
import { toMicros, type MicrosText } from "#money.ts";

/** When a publisher is owed its payout: for the call that came in, or for what became of it. */
export type PayoutDue =
  | { kind: "incoming" }
  | { kind: "connected" }
  | { kind: "converted" }
  /** Connected for so many seconds. */
  | { kind: "length"; seconds: number };

/** What a publisher is paid: an amount, or a share of the call's revenue (100 basis points are one percent). */
export type PayoutTerms =
  | { kind: "fixed"; micros: MicrosText; due: PayoutDue }
  | {
      kind: "revenue-share";
      basisPoints: number;
      /** Owed even where the revenue is less; null for none. */
      minMicros: MicrosText | null;
      maxMicros: MicrosText | null;
      due: PayoutDue;
    };

/**
 * The terms that a campaign has for a publisher: the publisher's own before the campaign's. Undefined where they are
 * the campaign's `payoutMicros` after `payoutAfterSeconds`, and where there is nobody to pay.
 */
export const findPayoutTerms = (
  { payout, payouts }: Pick<CampaignBook, "payout" | "payouts">,
  publisherId: string | null,
): PayoutTerms | undefined => {
  if (publisherId === null) return undefined;
  return payouts !== undefined && Object.hasOwn(payouts, publisherId) ? payouts[publisherId] : payout;
};

/** The terms that a call which comes in now is paid by whatever becomes of it; undefined where they ask for more. */
export const findArrivalPayout = (
  campaign: Pick<CampaignBook, "payout" | "payouts">,
  publisherId: string | null,
): PayoutTerms | undefined => {
  const terms = findPayoutTerms(campaign, publisherId);
  return terms?.due.kind === "incoming" ? terms : undefined;
};

/**
 * What terms that are due amount to, in micros; a fraction of a micro is not paid. Null while a share has nothing to be
 * a share of: `revenueMicros` is what is booked of the call's revenue, null while its amount is unknown.
 * Law: a share is never above its maximum, and above the revenue only where its minimum is.
 */
export const toPayout = (
  terms: PayoutTerms,
  { revenueMicros, isFinal }: { revenueMicros: bigint | null; isFinal: boolean },
): bigint | null => {
  if (terms.kind === "fixed") return toMicros(terms.micros);
  if (revenueMicros === null || (revenueMicros === 0n && !isFinal)) return null;
  const share = (revenueMicros * BigInt(terms.basisPoints)) / 10_000n;
  const min = terms.minMicros === null ? 0n : toMicros(terms.minMicros);
  const max = terms.maxMicros === null ? null : toMicros(terms.maxMicros);
  const raised = share < min ? min : share;
  return max !== null && raised > max ? max : raised;
};
