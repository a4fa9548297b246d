import type { Terms } from "#call/event.ts";
import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import type { PayoutDue, PayoutTerms } from "./payout.ts";

/** From which second on the buyer pays, to follow "the buyer pays": "from 90 s", "from 120 s after the call came in". */
export const toAskedText = ({ conversion, revenueAfterSeconds }: Terms): string => {
  if (conversion === undefined) return `from ${revenueAfterSeconds} s`;
  if (conversion.kind === "dialled") return "for the dial";
  if (conversion.kind === "webhook") return "when its system reports a conversion";
  const since = conversion.from === "dial" ? "the dial" : "the call came in";
  return `from ${conversion.seconds} s after ${since}`;
};

const toDueText = (due: PayoutDue): string => {
  switch (due.kind) {
    case "incoming":
      return "for a call that comes in";
    case "connected":
      return "for a connected call";
    case "converted":
      return "for a converted call";
    case "length":
      return due.seconds === 0 ? "for a connected call" : `for a call of at least ${due.seconds} s`;
  }
};

/** When a publisher is paid, to follow "the publisher is paid": "from 60 s", "for a converted call". */
export const toDueWords = (due: PayoutDue): string =>
  due.kind === "length" ? `from ${due.seconds} s` : toDueText(due);

const toShareText = (
  { basisPoints, minMicros, maxMicros }: Extract<PayoutTerms, { kind: "revenue-share" }>,
  currency: string,
): string => {
  const toLimit = (word: string, limit: MicrosText | null): string[] =>
    limit === null ? [] : [`${word} ${toMoneyText(toMicros(limit), currency)}`];
  const limits = [...toLimit("at least", minMicros), ...toLimit("at most", maxMicros)];
  return [`${basisPoints / 100}% of the revenue`, ...limits].join(", ");
};

/** What is owed by a publisher's terms, and by which, to follow "is owed": "3.00 USD for a converted call: 10% of the revenue". */
export const toOwedText = (payoutMicros: bigint, terms: PayoutTerms, currency: string): string => {
  const owed = `${toMoneyText(payoutMicros, currency)} ${toDueText(terms.due)}`;
  return terms.kind === "fixed" ? owed : `${owed}: ${toShareText(terms, currency)}`;
};

/** A publisher's terms, to follow "is paid": "4.00 USD for a connected call", "10% of the revenue, at least 3.00 USD, for a converted call". */
export const toPayoutTermsText = (terms: PayoutTerms, currency: string): string => {
  if (terms.kind === "fixed") return toOwedText(toMicros(terms.micros), terms, currency);
  const comma = terms.minMicros === null && terms.maxMicros === null ? "" : ",";
  return `${toShareText(terms, currency)}${comma} ${toDueText(terms.due)}`;
};
