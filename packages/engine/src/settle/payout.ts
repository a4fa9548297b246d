import type { CampaignBook } from "#book.ts";
import type { PayoutRepeats } from "#duplicate/rules.ts";
import { toMicros, type MicrosText } from "#money.ts";
import type { PayoutRule } from "./payout-rule.ts";

/** When a publisher is owed its payout: for the call that came in, or for what became of it. */
export type PayoutDue =
  | { kind: "incoming" }
  | { kind: "connected" }
  | { kind: "converted" }
  /** Connected for so many seconds. */
  | { kind: "length"; seconds: number };

/** What a publisher is paid: an amount, or a share of the call's revenue (100 basis points are one percent). */
export type PayoutTerms = {
  /** How often the publisher is paid for one caller; absent: for each call, and before engine 4. */
  duplicates?: PayoutRepeats;
} & (
  | { kind: "fixed"; micros: MicrosText; due: PayoutDue }
  | {
      kind: "revenue-share";
      basisPoints: number;
      /** Owed even where the revenue is less; null for none. */
      minMicros: MicrosText | null;
      maxMicros: MicrosText | null;
      due: PayoutDue;
    }
);

/** An amount after some seconds of conversation, as terms. */
export const toPlainPayout = ({
  payoutMicros,
  payoutAfterSeconds,
}: Pick<CampaignBook, "payoutMicros" | "payoutAfterSeconds">): PayoutTerms => ({
  kind: "fixed",
  micros: payoutMicros,
  due: { kind: "length", seconds: payoutAfterSeconds },
});

/** The part of a campaign that says what its publishers are paid. */
export type Paying = Pick<CampaignBook, "payout" | "payouts" | "payoutRules" | "ownPayoutRules">;

/**
 * What a campaign has agreed with a publisher, the publisher's own before the campaign's: rules in order, and the terms
 * for all other calls; null where those earn nothing, undefined where they earn `payoutMicros` after
 * `payoutAfterSeconds`.
 */
export const findPaying = (
  { payout, payouts, payoutRules, ownPayoutRules }: Paying,
  publisherId: string,
): { rules: readonly PayoutRule[]; payout: PayoutTerms | null | undefined } =>
  payouts !== undefined && Object.hasOwn(payouts, publisherId)
    ? { rules: ownPayoutRules?.[publisherId] ?? [], payout: payouts[publisherId] }
    : { rules: payoutRules ?? [], payout };

/**
 * The terms that a campaign has for a publisher's calls that no rule takes. Undefined where they are the campaign's
 * `payoutMicros` after `payoutAfterSeconds`, and where there is nobody or nothing to pay.
 */
export const findPayoutTerms = (campaign: Paying, publisherId: string | null): PayoutTerms | undefined =>
  publisherId === null ? undefined : (findPaying(campaign, publisherId).payout ?? undefined);

/** The terms that a call which comes in now is paid by whatever becomes of it; undefined where they ask for more. */
export const findArrivalPayout = (campaign: Paying, publisherId: string | null): PayoutTerms | undefined => {
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
