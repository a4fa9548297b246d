import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import { explainLength, explainWait } from "./revenue-words.ts";
import { toRevenue } from "./revenue.ts";
import { findConversation, findConverted, settle } from "./settle.ts";

/** Why a call has earned nothing, or nothing yet. */
export type NoRevenueReason =
  | "not-connected"
  | "too-short"
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

const hasFinalEvidence = (state: CallState): boolean =>
  state.attempts.every((attempt) => attempt.connectedSeconds !== null);

type UnconvertedReason = Exclude<NoRevenueReason, "no-price" | "awaiting-length">;

const findWhyUnconverted = (state: CallState, bridged: AttemptState | undefined): UnconvertedReason => {
  if (state.attempts.some((attempt) => attempt.outcome === "connected")) return "still-talking";
  if (state.status === "ended" && !hasFinalEvidence(state)) return "awaiting-carrier";
  // After a conversation that was cut short somebody else may be ringing.
  if (state.status !== "ended" && state.attempts.at(-1)?.outcome === "dialling") return "still-ringing";
  if (bridged !== undefined) return bridged.connectedSeconds === null ? "awaiting-carrier" : "too-short";
  return state.status === "ended" ? "not-connected" : "still-ringing";
};

const findWhyNoRevenue = (state: CallState): NoRevenueReason | null => {
  const converted = findConverted(state);
  if (converted === undefined) return findWhyUnconverted(state, findConversation(state));
  const revenue = toRevenue(converted.terms, converted.connectedSeconds);
  if (revenue === null) return "awaiting-length";
  return revenue > 0n ? null : "no-price";
};

const toReasonSentence = (why: UnconvertedReason, bridged: AttemptState | undefined): string => {
  const after = bridged?.terms.revenueAfterSeconds ?? 0;
  switch (why) {
    case "not-connected":
      return "Nobody was connected, so no revenue is due.";
    case "too-short":
      return `Connected for ${bridged?.connectedSeconds ?? 0} s; the buyer pays from ${after} s, so no revenue is due.`;
    case "still-talking":
      return `Still talking; the buyer pays from ${after} s.`;
    case "still-ringing":
      return "Nobody is connected yet.";
    case "awaiting-carrier":
      return "The carrier has not yet said how long the conversation lasted.";
  }
};

const toFixedSentence = ({ terms, connectedSeconds }: AttemptState): string => {
  const { revenueAfterSeconds: after, currency } = terms;
  const revenue = toMicros(terms.revenueMicros);
  if (revenue === 0n) return `Connected for the ${after} s that count, but the target's revenue is zero.`;
  const lasted = connectedSeconds ?? `at least ${after}`;
  return `Connected for ${lasted} s, and the buyer pays from ${after} s: ${toMoneyText(revenue, currency)} is owed.`;
};

/** What the buyer of a converted attempt owes, and by which terms. */
const toConvertedSentence = (converted: AttemptState): string => {
  const { revenueByLength, currency } = converted.terms;
  const { connectedSeconds } = converted;
  if (revenueByLength === undefined) return toFixedSentence(converted);
  return connectedSeconds === null
    ? explainWait(revenueByLength, currency, converted.outcome === "connected")
    : explainLength(revenueByLength, currency, connectedSeconds);
};

const toSentence = (state: CallState): string => {
  const converted = findConverted(state);
  const bridged = findConversation(state);
  const revenueSentence =
    converted === undefined
      ? toReasonSentence(findWhyUnconverted(state, bridged), bridged)
      : toConvertedSentence(converted);
  const payout = sumOf(state, "payout");
  if (payout === 0n) return revenueSentence;
  const currency = state.arrived?.currency ?? "";
  return `${revenueSentence} The publisher is owed ${toMoneyText(payout, currency)}.`;
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
    isFinal: state.status === "ended" && hasFinalEvidence(state),
    whyNoRevenue: findWhyNoRevenue(state),
    sentence: toSentence(state),
  };
};
