import { listRows, type CampaignBook, type Schedule } from "#book.ts";
import type { ArrivedFact } from "#call/event.ts";
import type { RowFilter } from "#filter/filter.ts";
import { findFailingBlock, type FilterInput } from "#filter/judge-filter.ts";
import { isOpen } from "#schedule/is-open.ts";
import { findArrivalPayout, findPaying, toPlainPayout, type PayoutTerms } from "./payout.ts";

/** What is paid for the calls of certain hours, or of a certain kind. */
export type PayoutRule = {
  name: string;
  /** Absent: at all times. */
  schedule?: Schedule;
  /** Absent: for all calls. */
  filter?: RowFilter;
  payout: PayoutTerms;
};

/** Why a rule did not take a call. */
export type RuleMiss = "closed" | "filtered";

/** Every rule of a campaign, those of publishers with terms of their own too. */
export const listPayoutRules = ({ payoutRules = [], ownPayoutRules = {} }: CampaignBook): PayoutRule[] => [
  ...payoutRules,
  ...Object.values(ownPayoutRules).flat(),
];

/** Everything of a campaign that may have a filter: its rows, its fallback and its payout rules. */
export const listFiltered = (campaign: CampaignBook): readonly { filter?: RowFilter }[] => [
  ...listRows(campaign),
  ...listPayoutRules(campaign),
];

/** What a call is paid by, chosen when it came in. */
export type PayoutPick = {
  /** The rule's name; null where none took the call. */
  rule: string | null;
  /** Null where nothing is paid. */
  payout: PayoutTerms | null;
  /** The rules before it, in order. */
  missed: readonly { name: string; why: RuleMiss }[];
};

/** What rules are held against: the call's tags and lists, and when it came in (epoch ms). */
export type RuleInput = FilterInput & { at: number };

/** Why a rule does not take a call; null where it does. */
export const findRuleMiss = ({ schedule, filter }: PayoutRule, input: RuleInput): RuleMiss | null => {
  if (schedule !== undefined && !isOpen(schedule.hours, schedule.timeZone, input.at)) return "closed";
  return filter !== undefined && findFailingBlock(filter, input) >= 0 ? "filtered" : null;
};

/**
 * What a call of a publisher is paid by; undefined where no rules are asked and the terms of each dial count.
 * Law: the first rule that takes the call, in order, and what is paid for all other calls where none does; depends on the
 * arrival alone. Linear in the rules.
 */
export const pickPayout = (
  campaign: CampaignBook,
  publisherId: string | null,
  input: RuleInput,
): PayoutPick | undefined => {
  if (publisherId === null) return undefined;
  const { rules, payout } = findPaying(campaign, publisherId);
  if (rules.length === 0 && payout !== null) return undefined;
  const missed: { name: string; why: RuleMiss }[] = [];
  for (const rule of rules) {
    const why = findRuleMiss(rule, input);
    if (why === null) return { rule: rule.name, payout: rule.payout, missed };
    missed.push({ name: rule.name, why });
  }
  return { rule: null, payout: payout === undefined ? toPlainPayout(campaign) : payout, missed };
};

/** What the arrival of a call says of its payout. */
export const toArrivalPayout = (
  campaign: CampaignBook,
  publisherId: string | null,
  input: RuleInput,
): Pick<ArrivedFact, "payout" | "payoutPick"> => {
  const payoutPick = pickPayout(campaign, publisherId, input);
  if (payoutPick !== undefined) return { payoutPick };
  const payout = findArrivalPayout(campaign, publisherId);
  return payout === undefined ? {} : { payout };
};
