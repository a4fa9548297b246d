import { describeBalance } from "#balance/describe-balance.ts";
import { toBalanceNumbers } from "#balance/prepaid.ts";
import type { PlanRow } from "#book.ts";
import type { DecidedFact } from "#call/event.ts";
import { toLimit } from "#cap/cap.ts";
import { isFull, listCapNumbers, toCapText, type OwnedNumbers } from "#cap/judge-caps.ts";
import { listOwnCaps } from "#cap/owner.ts";
import { toPeriod } from "#cap/period.ts";
import { toConcurrencyLimit } from "#concurrency/limits.ts";
import { describeFilter } from "#filter/describe-filter.ts";
import type { Reason } from "#reason.ts";
import { describeHours } from "#schedule/describe-hours.ts";
import { judgeHours } from "#schedule/judge-hours.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";

/** The rules that a target is asked by, in the order in which a decision asks them. */
export const targetRules = [
  "target-paused",
  "buyer-paused",
  "buyer-out-of-balance",
  "destination-barred",
  "closed",
  "filtered",
  "cap-full",
  "concurrency-full",
  "rate-full",
] as const satisfies readonly Reason[];

export type TargetRule = (typeof targetRules)[number];

/** The target's row, and the decision that read its numbers at `at` (epoch ms), for a call of at most so many seconds. */
export type Standing = {
  row: PlanRow;
  decided: DecidedFact;
  at: number;
  timeLimitSeconds: number;
  currency: string;
};

type Aside =
  | "prepaid"
  | "barred"
  | "schedule"
  | "filter"
  | "caps"
  | "buyerCaps"
  | "concurrencyGrid"
  | "buyerConcurrencyMax"
  | "rate";

const without = (row: PlanRow, name: Aside): PlanRow => {
  const left = { ...row };
  delete left[name];
  return left;
};

/** The row without what the rule asks. */
export const settingAside: Record<TargetRule, (row: PlanRow) => PlanRow> = {
  "target-paused": (row) => ({ ...row, targetStatus: "active" }),
  "buyer-paused": (row) => ({ ...row, buyerStatus: "active" }),
  "buyer-out-of-balance": (row) => without(row, "prepaid"),
  "destination-barred": (row) => without(row, "barred"),
  closed: (row) => without(row, "schedule"),
  filtered: (row) => without(row, "filter"),
  "cap-full": (row) => without(without(row, "caps"), "buyerCaps"),
  "concurrency-full": (row) => ({
    ...without(without(row, "concurrencyGrid"), "buyerConcurrencyMax"),
    concurrencyMax: null,
  }),
  "rate-full": (row) => without(row, "rate"),
};

/** The target's own caps and its buyer's. */
const listCaps = ({ row, decided, timeLimitSeconds }: Standing): OwnedNumbers[] =>
  listCapNumbers(listOwnCaps(row), decided.capsUsed?.[0], toRevenueMax(row, timeLimitSeconds));

const toCapsWords = (standing: Standing): string => {
  const caps = listCaps(standing);
  if (caps.length === 0) return "has no caps";
  return `has counted ${caps
    .map(({ owner, cap, timeZone }) => {
      const text = toCapText(cap, timeZone, "");
      return owner.scope === "buyer" ? `${text} for ${owner.name}` : text;
    })
    .join(", ")}`;
};

const toBalanceWords = ({ row, decided, timeLimitSeconds, currency }: Standing): string => {
  const numbers = toBalanceNumbers(row, decided.balances?.[0], timeLimitSeconds);
  return numbers === null
    ? "needs no balance of its buyer"
    : `has a buyer with enough balance: ${describeBalance(numbers, currency)}`;
};

const toHoursWords = ({ row: { schedule }, at }: Standing): string => {
  if (schedule === undefined) return "is always open";
  const words = describeHours(judgeHours(schedule.hours, schedule.timeZone, at));
  return `is ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
};

/** What a target's filter asks of a call, as words that follow its name. */
export const toFilterWords = ({ filter }: PlanRow): string =>
  filter === undefined ? "takes all calls" : `takes calls only when ${describeFilter(filter, filter.names)}`;

/** How a rule stands that has nothing against the call; follows the target's name. */
export const passing: Record<TargetRule, (standing: Standing) => string> = {
  "target-paused": () => "is active",
  "buyer-paused": ({ row }) => `belongs to ${row.buyerName}, which is active`,
  "buyer-out-of-balance": toBalanceWords,
  "destination-barred": () => "may be dialled by this account",
  closed: toHoursWords,
  filtered: ({ row }) => toFilterWords(row),
  "cap-full": toCapsWords,
  "concurrency-full": ({ row, decided, at }) => {
    const limit = toConcurrencyLimit(row, at);
    return limit === null
      ? "has no limit of calls at once"
      : `has ${decided.inUse[0] ?? 0} of ${limit} ${limit === 1 ? "call" : "calls"} at once`;
  },
  "rate-full": ({ row: { rate }, decided }) =>
    rate === undefined
      ? "takes calls as fast as they come"
      : `has begun ${decided.rateUsed?.[0] ?? 0} of ${rate.calls} ${rate.calls === 1 ? "call" : "calls"} within a ${rate.per}`,
};

const toHoursTurn = ({ row: { schedule }, at }: Standing): number | null => {
  if (schedule === undefined) return null;
  const verdict = judgeHours(schedule.hours, schedule.timeZone, at);
  return verdict.isOpen ? verdict.closesAt : verdict.opensAt;
};

/** When a full cap has room again; null where it never has by itself, and where one call may come to more than it allows. */
const toCapTurn = ({ cap, need, timeZone }: OwnedNumbers, at: number): number | null =>
  need > toLimit(cap) ? null : toPeriod(cap.period, timeZone, at).end;

/** When the last of the full caps begins anew. */
const toCapsTurn = (standing: Standing): number | null => {
  const { at } = standing;
  const full = listCaps(standing).filter(({ cap, need }) => isFull(cap, cap.used, need));
  const ends = full.map((each) => toCapTurn(each, at));
  return ends.reduce<number | null>(
    (last, end) => (last === null || end === null ? null : Math.max(last, end)),
    ends.length === 0 ? null : 0,
  );
};

/** When a rule's verdict turns by itself (epoch ms); null where only a person or a call changes it. */
export const toTurn = (rule: Reason, standing: Standing): number | null => {
  if (rule === "closed") return toHoursTurn(standing);
  return rule === "cap-full" ? toCapsTurn(standing) : null;
};
