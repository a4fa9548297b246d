import { isBridged } from "#call/attempt.ts";
import { narrateCall } from "#call/narrate.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { hasFinalEvidence, isFinal } from "./is-final.ts";
import { toPayout, type PayoutTerms } from "./payout.ts";
import { explainWait } from "./revenue-words.ts";
import {
  findConversation,
  findConverted,
  findPayoutAgreed,
  findPayoutEarned,
  toRevenueOf,
} from "./settle.ts";
import { toAskedText, toDueWords, toPayoutTermsText } from "./terms-words.ts";

/** Why nothing is booked of a call, or nothing yet, on the buyer's side or the publisher's: the whole list. */
export const unpaidReasons = [
  "not-connected",
  "abandoned",
  "blocked",
  /** The number leads to no campaign. */
  "refused",
  "too-short",
  /** Connected, and the buyer's system has reported no conversion. */
  "not-reported",
  /** Connected, and the publisher is paid for converted calls only. */
  "not-converted",
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
  /** Who pays, and from when on or for what. */
  pays: string;
  /** Said of a conversation that was not enough. */
  missed: "too-short" | "not-reported" | "not-converted";
};

const awaitingCarrier: Unpaid = {
  reason: "awaiting-carrier",
  sentence: "The carrier has not yet said how long the conversation lasted.",
};

const stillRinging: Unpaid = { reason: "still-ringing", sentence: "Nobody is connected yet." };

const toMissedReason = (state: CallState): UnpaidReason => {
  if (state.decisions.some(({ block }) => block !== undefined)) return "blocked";
  return state.outcome === "abandoned" || state.outcome === "refused" ? state.outcome : "not-connected";
};

/** Why a call that may still go on has earned the side nothing yet; null where it is over and all of it is known. */
const explainOpen = (state: CallState, pays: string): Unpaid | null => {
  if (state.attempts.some(({ outcome }) => outcome === "connected")) {
    return { reason: "still-talking", sentence: `Still talking; ${pays}.` };
  }
  if (state.status === "ended") return hasFinalEvidence(state) ? null : awaitingCarrier;
  // After a conversation that was cut short somebody else may be ringing.
  const isRinging = state.attempts.at(-1)?.outcome === "dialling";
  return isRinging || !state.attempts.some(isBridged) ? stillRinging : null;
};

/** Why no attempt has earned the side anything: none came to what its terms want. */
const explainUnearned = (state: CallState, { money, pays, missed }: Side): Unpaid => {
  const open = explainOpen(state, pays);
  if (open !== null) return open;
  const conversation = findConversation(state);
  if (conversation === undefined) {
    return { reason: toMissedReason(state), sentence: `${narrateCall(state, null)} No ${money} is due.` };
  }
  const { connectedSeconds } = conversation;
  if (connectedSeconds === null) return awaitingCarrier;
  const so = missed === "not-reported" ? "which it has not" : `so no ${money} is due`;
  return { reason: missed, sentence: `Connected for ${connectedSeconds} s; ${pays}, ${so}.` };
};

const explainUnearnedRevenue = (state: CallState): Unpaid => {
  const terms = findConversation(state)?.terms ?? state.attempts.at(-1)?.terms;
  const pays = terms === undefined ? "" : `the buyer pays ${toAskedText(terms)}`;
  const missed = terms?.conversion?.kind === "webhook" ? "not-reported" : "too-short";
  return explainUnearned(state, { money: "revenue", pays, missed });
};

/** Why the amount of a converted attempt is not known yet. */
const explainAwaited = ({ terms: { revenueByLength, currency }, outcome }: AttemptState): Unpaid => ({
  reason: "awaiting-length",
  sentence:
    revenueByLength === undefined
      ? awaitingCarrier.sentence
      : explainWait(revenueByLength, currency, outcome === "connected"),
});

/** Why the call has no revenue, or none yet; null where it has. */
export const explainNoRevenue = (state: CallState): Unpaid | null => {
  const converted = findConverted(state);
  if (converted === undefined) return explainUnearnedRevenue(state);
  const revenue = toRevenueOf(converted, state);
  if (revenue === null) return explainAwaited(converted);
  if (revenue > 0n) return null;
  const { conversion, revenueAfterSeconds } = converted.terms;
  const earned =
    conversion === undefined ? `Connected for the ${revenueAfterSeconds} s that count` : "Converted";
  return { reason: "no-price", sentence: `${earned}, but the target's revenue is zero.` };
};

const explainUnearnedPayout = (state: CallState): Unpaid => {
  const agreed = findPayoutAgreed(state);
  const pays = agreed === null ? "" : `the publisher is paid ${toDueWords(agreed.due)}`;
  const missed = agreed?.due.kind === "converted" ? "not-converted" : "too-short";
  return explainUnearned(state, { money: "payout", pays, missed });
};

const toNoPayoutPrice = (terms: PayoutTerms, currency: string): Unpaid => {
  if (terms.kind === "fixed" && terms.due.kind === "length") {
    const sentence = `Connected for the ${terms.due.seconds} s that count, but the campaign's payout is zero.`;
    return { reason: "no-price", sentence };
  }
  const sentence = `The publisher is paid ${toPayoutTermsText(terms, currency)}, and that comes to nothing.`;
  return { reason: "no-price", sentence };
};

/** Why the call has no payout, or none yet; null where it has. */
export const explainNoPayout = (state: CallState): Unpaid | null => {
  if (state.arrived !== null && state.arrived.publisherId === null) {
    return { reason: "no-publisher", sentence: "No publisher brought the call, so no payout is due." };
  }
  const converted = findConverted(state);
  const earned = findPayoutEarned(state, converted);
  if (earned === undefined) return explainUnearnedPayout(state);
  const currency = state.arrived?.currency ?? "";
  const revenueMicros = converted === undefined ? 0n : toRevenueOf(converted, state);
  const payout = toPayout(earned, { revenueMicros, isFinal: isFinal(state) });
  if (payout === null) {
    const sentence = `The publisher is paid ${toPayoutTermsText(earned, currency)}; the revenue is not known yet.`;
    return { reason: "awaiting-length", sentence };
  }
  return payout > 0n ? null : toNoPayoutPrice(earned, currency);
};
