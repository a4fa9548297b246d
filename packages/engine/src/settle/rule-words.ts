import type { PayoutPick, RuleMiss } from "./payout-rule.ts";

const missWords = {
  closed: "was closed",
  filtered: "does not take such calls",
} as const satisfies Record<RuleMiss, string>;

/** Rules in a sentence before it says "and n more". */
const NAMED_MAX = 5;

const listMissed = (missed: PayoutPick["missed"]): string => {
  const named = missed.slice(0, NAMED_MAX).map(({ name, why }) => `"${name}" ${missWords[why]}`);
  const rest = missed.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more did not either`] : [])].join(", ");
};

/** Why nothing is paid, a sentence without its end: "No payout rule took the call: "Weekdays" was closed". */
export const toMissedText = ({ missed }: PayoutPick): string =>
  missed.length === 0
    ? "Nothing is paid for the publisher's calls"
    : `No payout rule took the call: ${listMissed(missed)}`;

/** By which rule somebody is paid, to follow the terms: " by the rule "Weekdays""; empty where there were none to ask. */
export const toRuleText = (pick: PayoutPick | undefined): string => {
  if (pick === undefined) return "";
  return pick.rule === null ? ", as no payout rule took the call" : `, by the rule "${pick.rule}"`;
};

/** What the rules made of a call that came in: "Paid by the rule "Weekdays"; "Nights" was closed". */
export const describePick = (pick: PayoutPick): string => {
  const { rule, payout, missed } = pick;
  if (payout === null) return toMissedText(pick);
  if (rule === null) return `Paid as all other calls: ${listMissed(missed)}`;
  return [`Paid by the rule "${rule}"`, ...(missed.length > 0 ? [listMissed(missed)] : [])].join("; ");
};
