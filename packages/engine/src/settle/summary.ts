import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import { isFinal } from "./is-final.ts";
import { explainLength } from "./revenue-words.ts";
import {
  findConverted,
  findPayoutAgreed,
  findPayoutCapped,
  findPayoutEarned,
  settle,
  toRevenueOf,
} from "./settle.ts";
import { toMissedText, toRuleText } from "./rule-words.ts";
import { toAskedText, toOwedText, toPayoutTermsText } from "./terms-words.ts";
import { explainNoPayout, explainNoRevenue, type Unpaid } from "./unpaid.ts";

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
  const { conversion, revenueAfterSeconds: after, currency } = terms;
  const revenue = toMicros(terms.revenueMicros);
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
  return revenueByLength === undefined || connectedSeconds === null
    ? toFixedSentence(converted)
    : explainLength(revenueByLength, currency, connectedSeconds);
};

/** What the publisher would be paid and by which terms, where they ask for more than some seconds. */
const toAgreedSentence = (state: CallState): string => {
  const pick = state.arrived?.payoutPick;
  if (pick?.payout === null) return ` ${toMissedText(pick)}.`;
  const agreed = findPayoutAgreed(state);
  const isPlain = pick === undefined && agreed?.kind === "fixed" && agreed.due.kind === "length";
  if (agreed === null || isPlain) return "";
  const terms = toPayoutTermsText(agreed, state.arrived?.currency ?? "");
  return ` The publisher is paid ${terms}${toRuleText(pick)}; nothing is owed so far.`;
};

/** What the publisher is owed and by which terms; while it is nothing, what it would be. */
const toPayoutSentence = (state: CallState): string => {
  const earned = findPayoutEarned(state, findConverted(state));
  const payout = sumOf(state, "payout");
  if (findPayoutCapped(state) !== null) return ` ${explainNoPayout(state)?.sentence ?? ""}`;
  if (earned === undefined || payout === 0n) return toAgreedSentence(state);
  const owed = toOwedText(payout, earned, state.arrived?.currency ?? "");
  return ` The publisher is owed ${owed}${toRuleText(state.arrived?.payoutPick)}.`;
};

const toSentence = (state: CallState): string => {
  const converted = findConverted(state);
  const unpaid = explainNoRevenue(state);
  const revenueSentence =
    unpaid === null && converted !== undefined
      ? toConvertedSentence(converted, state)
      : (unpaid?.sentence ?? "");
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
    whyNoRevenue: explainNoRevenue(state),
    whyNoPayout: explainNoPayout(state),
    sentence: toSentence(state),
  };
};
