import { isBridged } from "#call/attempt.ts";
import { narrateCall } from "#call/narrate.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros } from "#money.ts";
import { explainWait } from "./revenue-words.ts";
import { toRevenue } from "./revenue.ts";
import { findConverted, findPaidOut } from "./settle.ts";

/** Why nothing is booked of a call, or nothing yet, on the buyer's side or the publisher's: the whole list. */
export const unpaidReasons = [
  "not-connected",
  "abandoned",
  "blocked",
  /** The number leads to no campaign. */
  "refused",
  "too-short",
  "no-publisher",
  "no-price",
  "still-talking",
  "still-ringing",
  "awaiting-carrier",
  /** Converted, and the amount depends on a length that is not final yet. */
  "awaiting-length",
] as const;

export type UnpaidReason = (typeof unpaidReasons)[number];

/** Why a side has no money of a call: a code, and a sentence with its numbers. */
export type Unpaid = { reason: UnpaidReason; sentence: string };

type Side = {
  money: "revenue" | "payout";
  /** Who pays, and from when on. */
  pays: string;
  toAfterSeconds: (attempt: AttemptState) => number;
};

const revenueSide: Side = {
  money: "revenue",
  pays: "the buyer pays",
  toAfterSeconds: ({ terms }) => terms.revenueAfterSeconds,
};

const payoutSide: Side = {
  money: "payout",
  pays: "the publisher is paid",
  toAfterSeconds: ({ terms }) => terms.payoutAfterSeconds,
};

/** No word on the length of an attempt is missing. */
export const hasFinalEvidence = (state: CallState): boolean =>
  state.attempts.every(({ connectedSeconds }) => connectedSeconds !== null);

const awaitingCarrier: Unpaid = {
  reason: "awaiting-carrier",
  sentence: "The carrier has not yet said how long the conversation lasted.",
};

const toMissedReason = (state: CallState): UnpaidReason => {
  if (state.decisions.some(({ block }) => block !== undefined)) return "blocked";
  return state.outcome === "abandoned" || state.outcome === "refused" ? state.outcome : "not-connected";
};

/** Why no attempt has earned the side anything: none lasted for as long as its terms want. */
const explainUnearned = (state: CallState, { money, pays, toAfterSeconds }: Side): Unpaid => {
  const bridged = state.attempts.find(isBridged);
  const after = bridged === undefined ? 0 : toAfterSeconds(bridged);
  if (bridged?.outcome === "connected") {
    return { reason: "still-talking", sentence: `Still talking; ${pays} from ${after} s.` };
  }
  if (state.status === "ended" && !hasFinalEvidence(state)) return awaitingCarrier;
  if (bridged !== undefined) {
    if (bridged.connectedSeconds === null) return awaitingCarrier;
    const lasted = `Connected for ${bridged.connectedSeconds} s`;
    return { reason: "too-short", sentence: `${lasted}; ${pays} from ${after} s, so no ${money} is due.` };
  }
  return state.status === "ended"
    ? { reason: toMissedReason(state), sentence: `${narrateCall(state, null)} No ${money} is due.` }
    : { reason: "still-ringing", sentence: "Nobody is connected yet." };
};

const toNoPrice = (after: number, whose: string): Unpaid => ({
  reason: "no-price",
  sentence: `Connected for the ${after} s that count, but ${whose} is zero.`,
});

/** Why the call has no revenue, or none yet; null where it has. */
export const explainNoRevenue = (state: CallState): Unpaid | null => {
  const converted = findConverted(state);
  if (converted === undefined) return explainUnearned(state, revenueSide);
  const { terms, connectedSeconds } = converted;
  const revenue = toRevenue(terms, connectedSeconds);
  if (revenue === null) {
    const { revenueByLength, currency } = terms;
    const isTalking = converted.outcome === "connected";
    return {
      reason: "awaiting-length",
      sentence:
        revenueByLength === undefined
          ? awaitingCarrier.sentence
          : explainWait(revenueByLength, currency, isTalking),
    };
  }
  return revenue > 0n ? null : toNoPrice(terms.revenueAfterSeconds, "the target's revenue");
};

/** Why the call has no payout, or none yet; null where it has. */
export const explainNoPayout = (state: CallState): Unpaid | null => {
  if (state.arrived !== null && state.arrived.publisherId === null) {
    return { reason: "no-publisher", sentence: "No publisher brought the call, so no payout is due." };
  }
  const paidOut = findPaidOut(state);
  if (paidOut === undefined) return explainUnearned(state, payoutSide);
  const { payoutMicros, payoutAfterSeconds } = paidOut.terms;
  return toMicros(payoutMicros) > 0n ? null : toNoPrice(payoutAfterSeconds, "the campaign's payout");
};
