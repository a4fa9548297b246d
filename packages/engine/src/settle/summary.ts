import { isAttemptOver, isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import { hasFinalEvidence, isFinal } from "./is-final.ts";
import { explainLength, explainWait } from "./revenue-words.ts";
import { findConverted, findPayoutAgreed, findPayoutEarned, settle, toRevenueOf } from "./settle.ts";
import { toAskedText, toOwedText, toPayoutTermsText } from "./terms-words.ts";

/** Why a call has earned nothing, or nothing yet. */
export type NoRevenueReason =
  | "not-connected"
  | "too-short"
  /** The buyer's system has reported no conversion. */
  | "not-reported"
  | "no-price"
  | "still-talking"
  | "still-ringing"
  | "awaiting-carrier"
  /** Converted, and the amount depends on a length that is not final yet. */
  | "awaiting-length";

/** The money of a call's row. */
export type CallMoney = {
  /** Null while the call's arrival is unknown. */
  currency: string | null;
  revenueMicros: MicrosText;
  payoutMicros: MicrosText;
  marginMicros: MicrosText;
  converted: boolean;
  /** No fact that the carrier still owes can change it. */
  isFinal: boolean;
  whyNoRevenue: NoRevenueReason | null;
  sentence: string;
};

const sumOf = (state: CallState, kind: "revenue" | "payout"): bigint =>
  settle(state).reduce((sum, transfer) => (transfer.kind === kind ? sum + transfer.amountMicros : sum), 0n);

type UnconvertedReason = Exclude<NoRevenueReason, "no-price" | "awaiting-length">;

const findWhyUnconverted = (state: CallState, bridged: AttemptState | undefined): UnconvertedReason => {
  if (state.attempts.some((attempt) => attempt.outcome === "connected")) return "still-talking";
  if (state.status === "ended" && !hasFinalEvidence(state)) return "awaiting-carrier";
  if (bridged?.terms.conversion?.kind === "webhook") return "not-reported";
  if (bridged !== undefined) return bridged.connectedSeconds === null ? "awaiting-carrier" : "too-short";
  return state.status === "ended" ? "not-connected" : "still-ringing";
};

const findWhyNoRevenue = (state: CallState): NoRevenueReason | null => {
  const converted = findConverted(state);
  if (converted === undefined) return findWhyUnconverted(state, state.attempts.find(isBridged));
  const revenue = toRevenueOf(converted, state);
  if (revenue === null) return "awaiting-length";
  return revenue > 0n ? null : "no-price";
};

const toReasonSentence = (why: UnconvertedReason, bridged: AttemptState | undefined): string => {
  const from = bridged === undefined ? "" : toAskedText(bridged.terms);
  switch (why) {
    case "not-connected":
      return "Nobody was connected, so no revenue is due.";
    case "too-short":
      return `Connected for ${bridged?.connectedSeconds ?? 0} s; the buyer pays ${from}, so no revenue is due.`;
    case "not-reported":
      return `Connected; the buyer pays ${from}, which it has not.`;
    case "still-talking":
      return `Still talking; the buyer pays ${from}.`;
    case "still-ringing":
      return "Nobody is connected yet.";
    case "awaiting-carrier":
      return "The carrier has not yet said how long the conversation lasted.";
  }
};

const toFixedSentence = ({ terms, connectedSeconds }: AttemptState): string => {
  const { conversion, revenueAfterSeconds: after, currency } = terms;
  const revenue = toMicros(terms.revenueMicros);
  if (revenue === 0n && conversion === undefined) {
    return `Connected for the ${after} s that count, but the target's revenue is zero.`;
  }
  if (revenue === 0n) return "Converted, but the target's revenue is zero.";
  const owed = `the buyer pays ${toAskedText(terms)}: ${toMoneyText(revenue, currency)} is owed.`;
  if (conversion?.kind === "dialled") return `Dialled, and ${owed}`;
  if (connectedSeconds === null && conversion !== undefined) return `Still connected then, and ${owed}`;
  return `Connected for ${connectedSeconds ?? `at least ${after}`} s, and ${owed}`;
};

/** What the buyer of a converted attempt owes, and by which terms. */
const toConvertedSentence = (converted: AttemptState, state: CallState): string => {
  const { revenueByLength, conversion, currency } = converted.terms;
  const revenue = toRevenueOf(converted, state);
  if (conversion?.kind === "webhook" && revenue !== null) {
    return `The buyer's system reported a conversion: ${toMoneyText(revenue, currency)} is owed.`;
  }
  const { connectedSeconds } = converted;
  if (revenueByLength === undefined) return toFixedSentence(converted);
  return connectedSeconds === null
    ? explainWait(revenueByLength, currency, !isAttemptOver(converted))
    : explainLength(revenueByLength, currency, connectedSeconds);
};

/** What the publisher is owed and by which terms; while it is nothing, terms are said that ask for more than some seconds. */
const toPayoutSentence = (state: CallState): string => {
  const currency = state.arrived?.currency ?? "";
  const earned = findPayoutEarned(state, findConverted(state));
  const payout = sumOf(state, "payout");
  if (earned !== undefined && payout > 0n) {
    return ` The publisher is owed ${toOwedText(payout, earned, currency)}.`;
  }
  const agreed = findPayoutAgreed(state);
  if (agreed === null || (agreed.kind === "fixed" && agreed.due.kind === "length")) return "";
  return ` The publisher is paid ${toPayoutTermsText(agreed, currency)}; nothing is owed so far.`;
};

const toSentence = (state: CallState): string => {
  const converted = findConverted(state);
  const bridged = state.attempts.find(isBridged);
  const revenueSentence =
    converted === undefined
      ? toReasonSentence(findWhyUnconverted(state, bridged), bridged)
      : toConvertedSentence(converted, state);
  return revenueSentence + toPayoutSentence(state);
};

/** What a call has earned so far, and in one sentence why. Amounts are micros as text; the margin may be negative. */
export const summarizeMoney = (state: CallState): CallMoney => {
  const revenue = sumOf(state, "revenue");
  const payout = sumOf(state, "payout");
  return {
    currency: state.arrived?.currency ?? null,
    revenueMicros: revenue.toString(),
    payoutMicros: payout.toString(),
    marginMicros: (revenue - payout).toString(),
    converted: findConverted(state) !== undefined,
    isFinal: isFinal(state),
    whyNoRevenue: findWhyNoRevenue(state),
    sentence: toSentence(state),
  };
};
