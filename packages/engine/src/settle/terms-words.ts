import { toMicros, toMoneyText, type MicrosText } from "#money.ts";
import type { Terms } from "#call/event.ts";
import type { PayoutDue, PayoutTerms } from "./payout.ts";

/** From which second on the buyer pays, to follow "the buyer pays": "from 90 s", "from 120 s after the call came in". */
export const toAskedText = ({ conversion, revenueAfterSeconds }: Terms): string => {
  if (conversion === undefined) return `from ${revenueAfterSeconds} s`;
  if (conversion.kind === "dialled") return "for the dial";
  const since = conversion.from === "dial" ? "the dial" : "the call came in";
  return `from ${conversion.seconds} s after ${since}`;
};

const toDueText = (due: PayoutDue): string => {
  switch (due.kind) {
    case "incoming":
      return "for every call that comes in";
    case "connected":
      return "once the call is connected";
    case "converted":
      return "once the call has converted";
    case "length":
      return `once the call has been connected for ${due.seconds} s`;
  }
};

const toLimitText = (word: string, limit: MicrosText | null, currency: string): string =>
  limit === null ? "" : `, ${word} ${toMoneyText(toMicros(limit), currency)}`;

/** A publisher's terms in words: "20% of the revenue, at least 2.00 USD, once the call has converted". */
export const toPayoutTermsText = (terms: PayoutTerms, currency: string): string => {
  const due = toDueText(terms.due);
  if (terms.kind === "fixed") return `${toMoneyText(toMicros(terms.micros), currency)} ${due}`;
  const least = toLimitText("at least", terms.minMicros, currency);
  const most = toLimitText("at most", terms.maxMicros, currency);
  const comma = least === "" && most === "" ? "" : ",";
  return `${terms.basisPoints / 100}% of the revenue${least}${most}${comma} ${due}`;
};
