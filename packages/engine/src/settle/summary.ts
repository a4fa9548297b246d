import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import { findConverted, settle } from "./settle.ts";

/** Why a call has earned nothing, or nothing yet. */
export type NoRevenueReason =
  | "not-connected"
  | "too-short"
  | "no-price"
  | "still-talking"
  | "still-ringing"
  | "awaiting-carrier";

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

const findWhyNoRevenue = (state: CallState, bridged: AttemptState | undefined): NoRevenueReason | null => {
  const converted = findConverted(state);
  if (converted !== undefined) return toMicros(converted.terms.revenueMicros) > 0n ? null : "no-price";
  if (state.attempts.some((attempt) => attempt.outcome === "connected")) return "still-talking";
  if (state.status === "ended" && !hasFinalEvidence(state)) return "awaiting-carrier";
  if (bridged !== undefined) return bridged.connectedSeconds === null ? "awaiting-carrier" : "too-short";
  return state.status === "ended" ? "not-connected" : "still-ringing";
};

const toReasonSentence = (why: NoRevenueReason, bridged: AttemptState | undefined): string => {
  const after = bridged?.terms.revenueAfterSeconds ?? 0;
  switch (why) {
    case "not-connected":
      return "Nobody was connected, so no revenue is due.";
    case "too-short":
      return `Connected for ${bridged?.connectedSeconds ?? 0} s; the buyer pays from ${after} s, so no revenue is due.`;
    case "no-price":
      return `Connected for the ${after} s that count, but the target's revenue is zero.`;
    case "still-talking":
      return `Still talking; the buyer pays from ${after} s.`;
    case "still-ringing":
      return "Nobody is connected yet.";
    case "awaiting-carrier":
      return "The carrier has not yet said how long the conversation lasted.";
  }
};

const toRevenueSentence = (converted: AttemptState, revenue: bigint): string => {
  const { revenueAfterSeconds, currency } = converted.terms;
  const lasted = converted.connectedSeconds ?? `at least ${revenueAfterSeconds}`;
  return `Connected for ${lasted} s, and the buyer pays from ${revenueAfterSeconds} s: ${toMoneyText(revenue, currency)} is owed.`;
};

const toSentence = (state: CallState, why: NoRevenueReason | null): string => {
  const converted = findConverted(state);
  const payout = sumOf(state, "payout");
  const revenueSentence =
    why === null && converted !== undefined
      ? toRevenueSentence(converted, sumOf(state, "revenue"))
      : toReasonSentence(why ?? "not-connected", converted ?? state.attempts.find(isBridged));
  if (payout === 0n) return revenueSentence;
  const currency = state.arrived?.currency ?? "";
  return `${revenueSentence} The publisher is owed ${toMoneyText(payout, currency)}.`;
};

/** What a call has earned so far, and in one sentence why. Amounts are micros as text; the margin may be negative. */
export const summarizeMoney = (state: CallState): CallMoney => {
  const revenue = sumOf(state, "revenue");
  const payout = sumOf(state, "payout");
  const whyNoRevenue = findWhyNoRevenue(state, state.attempts.find(isBridged));
  return {
    currency: state.arrived?.currency ?? null,
    revenueMicros: revenue.toString(),
    payoutMicros: payout.toString(),
    marginMicros: (revenue - payout).toString(),
    converted: findConverted(state) !== undefined,
    isFinal: state.status === "ended" && hasFinalEvidence(state),
    whyNoRevenue,
    sentence: toSentence(state, whyNoRevenue),
  };
};
