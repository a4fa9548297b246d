import { isBridged } from "#call/attempt.ts";
import { toCapText } from "#cap/judge-caps.ts";
import { narrateCall } from "#call/narrate.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { findPaidBefore } from "#duplicate/paid-before.ts";
import type { RepeatWindow } from "#duplicate/rules.ts";
import { toDaysText, toSpanText } from "#strategy/span-text.ts";
import { hasFinalEvidence, isFinal } from "./is-final.ts";
import { toPayout, type PayoutTerms } from "./payout.ts";
import { explainWait } from "./revenue-words.ts";
import {
  findConversation,
  findConverted,
  findPayoutAgreed,
  findPayoutCapped,
  findPayoutDue,
  findPayoutEarned,
  toRevenueOf,
} from "./settle.ts";
import { toMissedText } from "./rule-words.ts";
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
  /** Taken by an agent of the account, for which no buyer pays. */
  "own-agent",
  /** Connected, and the publisher is paid for converted calls only. */
  "not-converted",
  /** The same caller's earlier conversion with the buyer is the one that counts. */
  "already-converted",
  /** The publisher was paid for an earlier call of the same caller. */
  "already-paid",
  "no-publisher",
  /** The publisher's payout had reached a cap when the call came in. */
  "payout-capped",
  /** No payout rule took the call, and nothing is paid for others. */
  "no-payout-rule",
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

const takenByAgent: Unpaid = {
  reason: "own-agent",
  sentence: "An agent of the account took the call, so no buyer owes anything.",
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
  const isRinging = state.attempts.some(({ outcome }) => outcome === "dialling");
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

/** Who pays for a caller once only, and which call it is. */
const toOnceText = (who: string, within: RepeatWindow, agoMs: number): string => {
  const window = within.kind === "ever" ? "" : ` within ${toDaysText(within.days)}`;
  return `${who} for a caller once${window}, and the caller's call ${toSpanText(agoMs)} before is the one that counts.`;
};

/** Said of a conversation that is a repeat; null where it is none. */
const explainConvertedBefore = ({ terms, dialledAt }: AttemptState): Unpaid | null => {
  const before = terms.convertedBefore;
  if (before === undefined) return null;
  const sentence = toOnceText("The buyer pays", before.within, dialledAt - before.at);
  return { reason: "already-converted", sentence };
};

const explainUnearnedRevenue = (state: CallState): Unpaid => {
  const conversation = findConversation(state);
  if (conversation?.buyerId === null) return takenByAgent;
  const repeated = conversation === undefined ? null : explainConvertedBefore(conversation);
  if (repeated !== null) return repeated;
  const terms = conversation?.terms ?? state.attempts.at(-1)?.terms;
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

/** Why a payout whose condition has come is not owed all the same; null where it has not come. */
const explainPaidBefore = (state: CallState, due: PayoutTerms | undefined): Unpaid | null => {
  const duplicates = due?.duplicates;
  const paidAt = duplicates && findPaidBefore(state, duplicates);
  if (duplicates === undefined || paidAt === undefined) return null;
  const who = duplicates.across === "campaign" ? "Only one publisher is paid" : "The publisher is paid";
  const sentence = toOnceText(who, duplicates.window, (state.arrivedAt ?? paidAt) - paidAt);
  return { reason: "already-paid", sentence };
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

/** Why terms that are earned come to nothing, or to nothing yet; null where they come to something. */
const explainEarnedPayout = (
  state: CallState,
  earned: PayoutTerms,
  converted: AttemptState | undefined,
): Unpaid | null => {
  const currency = state.arrived?.currency ?? "";
  const revenueMicros = converted === undefined ? 0n : toRevenueOf(converted, state);
  const payout = toPayout(earned, { revenueMicros, isFinal: isFinal(state) });
  if (payout === null) {
    const sentence = `The publisher is paid ${toPayoutTermsText(earned, currency)}; the revenue is not known yet.`;
    return { reason: "awaiting-length", sentence };
  }
  return payout > 0n ? null : toNoPayoutPrice(earned, currency);
};

/** What was against a payout from the call's arrival on: a full cap, or no rule that took it; null where nothing was. */
const explainRefusedPayout = (state: CallState, currency: string): Unpaid | null => {
  const full = findPayoutCapped(state);
  if (full !== null) {
    const text = toCapText(full, full.timeZone, currency);
    return {
      reason: "payout-capped",
      sentence: `The publisher's payout had reached its cap when the call came in: ${text}.`,
    };
  }
  const pick = state.arrived?.payoutPick;
  return pick?.payout === null ? { reason: "no-payout-rule", sentence: `${toMissedText(pick)}.` } : null;
};

/** Why the call has no payout, or none yet; null where it has. */
export const explainNoPayout = (state: CallState): Unpaid | null => {
  if (state.arrived !== null && state.arrived.publisherId === null) {
    return { reason: "no-publisher", sentence: "No publisher brought the call, so no payout is due." };
  }
  const currency = state.arrived?.currency ?? "";
  const refused = explainRefusedPayout(state, currency);
  if (refused !== null) return refused;
  const converted = findConverted(state);
  const earned = findPayoutEarned(state, converted);
  if (earned === undefined) {
    return explainPaidBefore(state, findPayoutDue(state, converted)) ?? explainUnearnedPayout(state);
  }
  return explainEarnedPayout(state, earned, converted);
};
