import { explainFilter } from "#filter/explain-filter.ts";
import { toClosedText } from "#schedule/describe-hours.ts";
import { judgeHours } from "#schedule/judge-hours.ts";
import {
  findRuleMiss,
  type PayoutPick,
  type PayoutRule,
  type RuleInput,
  type RuleMiss,
} from "./payout-rule.ts";

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

/** Why a rule does not take a call, with words that follow its name; null where it does. Made when read. */
export const explainRuleMiss = (
  rule: PayoutRule,
  input: RuleInput,
): { why: RuleMiss; words: string } | null => {
  const why = findRuleMiss(rule, input);
  if (why === "closed" && rule.schedule !== undefined) {
    const { hours, timeZone } = rule.schedule;
    return { why, words: `is ${toClosedText(judgeHours(hours, timeZone, input.at))}` };
  }
  if (why === null || rule.filter === undefined) return null;
  return { why, words: `does not take the call: ${explainFilter(rule.filter, input)?.words ?? ""}` };
};
