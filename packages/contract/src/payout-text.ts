import type { Payout, PayoutDue, PayoutRule } from "./payout.ts";
import { toPaidOnceText } from "./repeat-text.ts";

/** When a payout is due, to follow what is paid: "a call after 60 s", "a converted call". */
const toDueText = (due: PayoutDue): string => {
  switch (due.kind) {
    case "incoming":
      return "an incoming call";
    case "connected":
      return "a connected call";
    case "converted":
      return "a converted call";
    case "length":
      return `a call after ${due.seconds} s`;
  }
};

/**
 * Payout terms on one line: "25.00 a call after 60 s", "20% of the revenue, at least 2.00, for a converted call",
 * "nothing".
 */
export const toPayoutText = (payout: Payout | null, toMoney: (micros: string) => string): string => {
  if (payout === null) return "nothing";
  const due = toDueText(payout.due);
  const once = toPaidOnceText(payout.duplicates);
  const repeats = once === "" ? [] : [once];
  if (payout.kind === "fixed") return [`${toMoney(payout.micros)} ${due}`, ...repeats].join(", ");
  const { basisPoints, minMicros, maxMicros } = payout;
  return [
    `${basisPoints / 100}% of the revenue`,
    ...(minMicros === null ? [] : [`at least ${toMoney(minMicros)}`]),
    ...(maxMicros === null ? [] : [`at most ${toMoney(maxMicros)}`]),
    `for ${due}`,
    ...repeats,
  ].join(", ");
};

/** Rules with what each pays, on one line: "Office hours: 8.00 a connected call; Nights (off): 2.00 a converted call". */
export const toPayoutRulesText = (
  rules: readonly PayoutRule[],
  toMoney: (micros: string) => string,
): string =>
  rules
    .map(({ name, enabled, payout }) => `${name}${enabled ? "" : " (off)"}: ${toPayoutText(payout, toMoney)}`)
    .join("; ");
