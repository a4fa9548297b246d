import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import { explainLength } from "./revenue-words.ts";
import { findConverted, settle } from "./settle.ts";
import { explainNoPayout, explainNoRevenue, hasFinalEvidence, type Unpaid } from "./unpaid.ts";

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
  whyNoRevenue: Unpaid | null;
  whyNoPayout: Unpaid | null;
  sentence: string;
};

const sumOf = (state: CallState, kind: "revenue" | "payout"): bigint =>
  settle(state).reduce((sum, transfer) => (transfer.kind === kind ? sum + transfer.amountMicros : sum), 0n);

const toFixedSentence = ({ terms, connectedSeconds }: AttemptState): string => {
  const { revenueAfterSeconds: after, currency } = terms;
  const revenue = toMicros(terms.revenueMicros);
  const lasted = connectedSeconds ?? `at least ${after}`;
  return `Connected for ${lasted} s, and the buyer pays from ${after} s: ${toMoneyText(revenue, currency)} is owed.`;
};

/** What the buyer of a converted attempt owes, and by which terms. */
const toConvertedSentence = (converted: AttemptState): string => {
  const { revenueByLength, currency } = converted.terms;
  const { connectedSeconds } = converted;
  return revenueByLength === undefined || connectedSeconds === null
    ? toFixedSentence(converted)
    : explainLength(revenueByLength, currency, connectedSeconds);
};

const toSentence = (state: CallState): string => {
  const converted = findConverted(state);
  const unpaid = explainNoRevenue(state);
  const revenueSentence =
    unpaid === null && converted !== undefined ? toConvertedSentence(converted) : (unpaid?.sentence ?? "");
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
    whyNoRevenue: explainNoRevenue(state),
    whyNoPayout: explainNoPayout(state),
    sentence: toSentence(state),
  };
};
