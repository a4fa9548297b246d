import type { AgentNumbers } from "#agent/agent.ts";
import { toBalanceNumbers, type BalanceNumbers } from "#balance/prepaid.ts";
import type { CampaignBook, PlanRow } from "#book.ts";
import { findFullText, listCapNumbers, type OwnedNumbers } from "#cap/judge-caps.ts";
import { listRowCaps } from "#cap/owner.ts";
import type { ArrivedFact, DecidedFact } from "#call/event.ts";
import {
  describeFullLimit,
  listSharedLimits,
  toConcurrencyLimit,
  type SharedLimit,
} from "#concurrency/limits.ts";
import { findOriginalName } from "#duplicate/describe-repeat.ts";
import type { Recall } from "#duplicate/recall.ts";
import { createCallTags } from "#filter/call-tags.ts";
import { explainFilter, type FilterFailure } from "#filter/explain-filter.ts";
import type { FilterInput } from "#filter/judge-filter.ts";
import { describeRate } from "#rate/rate.ts";
import { reasonOf, type Reason } from "#reason.ts";
import type { RowRef } from "#route/route.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";
import { judgeHours, type HoursVerdict } from "#schedule/judge-hours.ts";
import { toStrategyNumbers, type StrategyNumbers } from "#strategy/numbers.ts";

/** A stored decision, and what is needed to read it. */
export type Asked = {
  decided: DecidedFact;
  at: number;
  /** Null where it is not known any more. */
  arrived: ArrivedFact | null;
  campaign: CampaignBook | null;
};

/** A row, or the fallback, with what a decision made of it and what that rested on. */
export type Judged = {
  row: RowRef;
  plan: PlanRow;
  group: string | null;
  strategy: StrategyNumbers | null;
  reason: Reason;
  inUse: number;
  /** How often its target had been dialled in this call. */
  tries: number;
  /** Of the target itself; null without a limit. */
  limit: number | null;
  /** The limits that it shares with others, and how many calls at once each had. */
  shared: readonly (SharedLimit & { inUse: number })[];
  caps: readonly OwnedNumbers[];
  /** The first cap that left no room, in words. */
  full: ReturnType<typeof findFullText>;
  /** Why it had too many calls at once, in words, and why too many calls were begun. */
  busy: string;
  rate: string;
  balance: BalanceNumbers | null;
  currency: string;
  hours: HoursVerdict | null;
  filter: FilterFailure | null;
  agent: AgentNumbers | null;
  at: number;
  /** What was known of the caller's other calls. */
  recall: Recall | undefined;
  /** What the target of the caller's last conversation is called, where the campaign goes by that. */
  originalName: string | null;
};

const toHours = ({ schedule }: PlanRow, at: number): HoursVerdict | null =>
  schedule === undefined ? null : judgeHours(schedule.hours, schedule.timeZone, at);

const findGroupName = ({ group }: PlanRow, { groups }: CampaignBook): string | null =>
  group === undefined ? null : (groups?.[group]?.name ?? null);

const toFilter = ({ filter }: PlanRow, input: FilterInput | null): FilterFailure | null =>
  filter === undefined || input === null ? null : explainFilter(filter, input);

type Placed = { row: RowRef; plan: PlanRow; index: number };

const listPlaced = ({ rows, fallback }: CampaignBook): Placed[] => [
  ...rows.map((plan, index) => ({ row: index, plan, index })),
  ...(fallback === null ? [] : [{ row: "fallback" as const, plan: fallback, index: rows.length }]),
];

/** What live numbers were held against, in numbers and in words. */
const toLimits = (
  { decided, campaign, at, arrived }: Asked & { campaign: CampaignBook },
  { row, plan, index }: Placed,
) => {
  const inUse = decided.inUse[index] ?? 0;
  const shared = decided.sharedInUse?.[index];
  const worstMicros = toRevenueMax(plan, campaign.timeLimitSeconds);
  const owned = listRowCaps(campaign, plan, row === "fallback");
  const caps = listCapNumbers(owned, decided.capsUsed?.[index], worstMicros);
  return {
    inUse,
    limit: toConcurrencyLimit(plan, at),
    shared: listSharedLimits(campaign, plan).map((each, place) => ({ ...each, inUse: shared?.[place] ?? 0 })),
    caps,
    full: findFullText(caps, arrived?.currency ?? ""),
    busy: describeFullLimit(campaign, plan, { at, inUse, shared }),
    rate: describeRate(plan, decided.rateUsed?.[index] ?? 0),
  };
};

/** What the decision had read of the row, and what it could read of the call. */
const toRead = ({ decided, campaign, at, arrived }: Asked & { campaign: CampaignBook }, placed: Placed) => {
  const { row, plan, index } = placed;
  return {
    tries: decided.tries?.[index] ?? 0,
    strategy: row === "fallback" ? null : toStrategyNumbers(campaign, row, decided),
    agent: decided.agents?.[index] ?? null,
    balance: toBalanceNumbers(plan, decided.balances?.[index], campaign.timeLimitSeconds),
    currency: arrived?.currency ?? "",
    at,
    recall: decided.recall,
  };
};

/** All that the decision has a letter for, in plan order, the fallback last. */
export const listJudged = (asked: Asked & { campaign: CampaignBook }): Judged[] => {
  const { decided, campaign, at, arrived } = asked;
  const originalName = findOriginalName(decided.recall, campaign);
  const filterInput = arrived && { tags: createCallTags(arrived, at), listed: decided.listed ?? {} };
  return listPlaced(campaign).flatMap((placed) => {
    const { row, plan, index } = placed;
    const letter = decided.reasons[index];
    if (letter === undefined) return [];
    const judged: Judged = {
      row,
      plan,
      group: findGroupName(plan, campaign),
      reason: reasonOf(letter),
      ...toLimits(asked, placed),
      ...toRead(asked, placed),
      hours: toHours(plan, at),
      filter: toFilter(plan, filterInput),
      originalName,
    };
    return [judged];
  });
};
