import { listLegs } from "#call/dial-leg.ts";
import type { CampaignBook } from "#book.ts";
import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import type { Counter } from "#cap/counter.ts";
import { findConverted, toRevenueOf } from "#settle/settle.ts";
import { askedOfRow, type Expectation, type Expected, type Tally } from "./expectation.ts";
import { strategyOfRow, strategyOfLevel } from "./recency.ts";

/** Whose counts they are: a target in one campaign. */
export type TallyKey = string;

export const tallyParts = ["dialled", "connected", "converted", "revenue"] as const;

type Part = (typeof tallyParts)[number];

const unitMs: Readonly<Record<Expectation["unit"], number>> = { hours: 3_600_000, days: 86_400_000 };

/** Under which a target's calls are counted for what is expected of it in a campaign. */
export const toTallyKey = ({ id }: Pick<CampaignBook, "id">, targetId: string): TallyKey =>
  `${id}/${targetId}`;

/** Whether any strategy of the campaign goes by expected revenue: then its dials are counted. */
export const countsTallies = (campaign: CampaignBook): boolean =>
  campaign.rows.some(
    (row) =>
      strategyOfRow(campaign, row) === "best-expected-revenue" ||
      strategyOfLevel(campaign, row.priority) === "best-expected-revenue",
  );

/** A count of one hour or day of UTC; named as those of caps are. */
const toTallyCounter = (key: TallyKey, part: Part, unit: Expectation["unit"], start: number): Counter =>
  `expected:${key}:0:${part}:${unit}:${start}`;

const toStart = (unit: Expectation["unit"], at: number): number =>
  Math.floor(at / unitMs[unit]) * unitMs[unit];

/** The counters of something that came of a dial at `at` (epoch ms): those of its hour and of its day. */
export const listTallyCounters = (key: TallyKey, part: Part, at: number): Counter[] =>
  (["hours", "days"] as const).map((unit) => toTallyCounter(key, part, unit, toStart(unit, at)));

const toParts = (
  attempt: AttemptState,
  converted: AttemptState | undefined,
  state: CallState,
): Record<Part, number> => {
  const hasConverted = converted?.number === attempt.number;
  const isTalkOver = isBridged(attempt) && attempt.connectedSeconds !== null;
  return {
    dialled: 1,
    connected: isTalkOver || hasConverted ? 1 : 0,
    converted: hasConverted ? 1 : 0,
    revenue: hasConverted ? Number(toRevenueOf(attempt, state) ?? 0n) : 0,
  };
};

const nothing: ReadonlyMap<Counter, number> = new Map();

/**
 * What a call counts for in what is expected of its targets, by counter, in the hour and the day of each dial.
 * Law: depends on the call's facts only, in whatever order they came.
 */
export const toTallies = (state: CallState): ReadonlyMap<Counter, number> => {
  let counts: Map<Counter, number> | undefined;
  for (const { leg } of listLegs(state.decisions)) {
    if (leg.tally === undefined) continue;
    const attempt = state.attempts.find(({ number }) => number === leg.attempt);
    if (attempt === undefined) continue;
    const made = toParts(attempt, findConverted(state), state);
    counts ??= new Map();
    for (const part of tallyParts) {
      if (made[part] === 0) continue;
      for (const counter of listTallyCounters(leg.tally, part, attempt.dialledAt)) {
        counts.set(counter, (counts.get(counter) ?? 0) + made[part]);
      }
    }
  }
  return counts ?? nothing;
};

/** What must be read before a decision of the campaign, and what it makes. */
export type AskedTallies = {
  /** The counters at `at` (epoch ms), the same list for the whole of an hour. */
  list(at: number): readonly Counter[];
  /** `used` is what they had counted, in their order. */
  toExpected(used: readonly number[]): Expected;
};

type Asking = { list: keyof Expected; row: number; key: TallyKey; expectation: Expectation };

const listAsking = (campaign: CampaignBook): Asking[] =>
  campaign.rows.flatMap((plan, row) => {
    const { own, level } = askedOfRow(campaign, plan);
    const key = toTallyKey(campaign, plan.targetId);
    return [
      ...(own === undefined ? [] : [{ list: "own" as const, row, key, expectation: own }]),
      ...(level === undefined ? [] : [{ list: "level" as const, row, key, expectation: level }]),
    ];
  });

const listCounters = ({ key, expectation: { unit, count } }: Asking, at: number): Counter[] =>
  Array.from({ length: count }, (_, back) => toStart(unit, at) - back * unitMs[unit]).flatMap((start) =>
    tallyParts.map((part) => toTallyCounter(key, part, unit, start)),
  );

const sumTally = (used: readonly number[], from: number, count: number): Tally => {
  const sums = tallyParts.map((_, part) => {
    let sum = 0;
    for (let slice = 0; slice < count; slice += 1) sum += used[from + slice * tallyParts.length + part] ?? 0;
    return sum;
  });
  const [dialled = 0, connected = 0, converted = 0, revenue = 0] = sums;
  return { dialled, connected, converted, revenueMicros: String(revenue) };
};

/** Undefined where no strategy of the campaign goes by expected revenue. Made once for a campaign of a book. */
export const compileTallies = (campaign: CampaignBook): AskedTallies | undefined => {
  const asking = listAsking(campaign);
  if (asking.length === 0) return undefined;
  let known: { hour: number; counters: readonly Counter[] } | undefined;
  return {
    list: (at) => {
      const hour = toStart("hours", at);
      if (known?.hour !== hour) known = { hour, counters: asking.flatMap((each) => listCounters(each, at)) };
      return known.counters;
    },
    toExpected: (used) => {
      const expected: { own?: (Tally | null)[]; level?: (Tally | null)[] } = {};
      let from = 0;
      for (const { list, row, expectation } of asking) {
        const tallies = (expected[list] ??= campaign.rows.map(() => null));
        tallies[row] = sumTally(used, from, expectation.count);
        from += expectation.count * tallyParts.length;
      }
      return expected;
    },
  };
};
