import type { CampaignBook, PlanRow } from "#book.ts";
import { toMicros, type MicrosText } from "#money.ts";
import { strategyOfLevel, strategyOfRow } from "./recency.ts";

/** Over which time expected revenue is worked out, and how many dials of a target in it are its training. */
export type Expectation = {
  unit: "hours" | "days";
  /** So many hours or days, the present one among them. */
  count: number;
  trainingCalls: number;
};

/** What holds where a strategy says nothing of it. */
export const defaultExpectation: Expectation = { unit: "days", count: 7, trainingCalls: 15 };

/** What became of a target's dials in one campaign. */
export type Tally = {
  dialled: number;
  /** Conversations that are over or have converted. */
  connected: number;
  converted: number;
  revenueMicros: MicrosText;
};

/**
 * What was read of each row's target, in plan order: for the list that it stands in, and of a group's member also for
 * its level; null where no strategy asks. A list is absent when nobody asks for any of it.
 */
export type Expected = { own?: readonly (Tally | null)[]; level?: readonly (Tally | null)[] };

export const expectationOfLevel = ({ expectations }: CampaignBook, priority: number): Expectation =>
  expectations?.[String(priority)] ?? defaultExpectation;

/** That of the list a row stands in: its group's, or its level's. */
export const expectationOfRow = (campaign: CampaignBook, { group, priority }: PlanRow): Expectation =>
  group === undefined
    ? expectationOfLevel(campaign, priority)
    : (campaign.groups?.[group]?.expectation ?? defaultExpectation);

/** How a row stands among its rivals, with all that its arithmetic needs. */
export type Standing = {
  tally: Tally;
  /** The operator's factor. */
  weight: number;
  trainingCalls: number;
  /** What a connected call is expected to earn, times the weight, in micros. */
  worthMicros: bigint;
};

/** By row, as `Expected`. */
export type Worth = { own: readonly (Standing | null)[]; level: readonly (Standing | null)[] };

/** Nothing is expected of a target that nobody has talked to; a fraction of a micro is left out. */
const toWorthMicros = ({ connected, revenueMicros }: Tally, weight: number): bigint =>
  connected === 0 ? 0n : (toMicros(revenueMicros) * BigInt(weight)) / BigInt(connected);

const toStanding = (
  tally: Tally | null | undefined,
  weight: number,
  { trainingCalls }: Expectation,
): Standing | null =>
  tally ? { tally, weight, trainingCalls, worthMicros: toWorthMicros(tally, weight) } : null;

/** What the rows were worth by what was read; undefined where nothing was. A group weighs for its members in its level. */
export const toWorth = (campaign: CampaignBook, expected: Expected | undefined): Worth | undefined => {
  if (expected === undefined) return undefined;
  return {
    own: campaign.rows.map((row, index) =>
      toStanding(expected.own?.[index], row.weight, expectationOfRow(campaign, row)),
    ),
    level: campaign.rows.map(({ group, priority }, index) =>
      toStanding(
        expected.level?.[index],
        campaign.groups?.[group ?? -1]?.weight ?? 1,
        expectationOfLevel(campaign, priority),
      ),
    ),
  };
};

export const isTraining = ({ tally, trainingCalls }: Standing): boolean => tally.dialled < trainingCalls;

/** The best off of some rows: who is in training, else who is worth most; undefined where nothing was read of them. */
export const findBestOff = (
  standings: readonly (Standing | null)[] | undefined,
  rows: readonly number[],
): Standing | undefined => {
  let best: Standing | undefined;
  for (const row of rows) {
    const each = standings?.[row];
    if (!each || (best !== undefined && isTraining(best))) continue;
    if (best === undefined || isTraining(each) || each.worthMicros > best.worthMicros) best = each;
  }
  return best;
};

/** Whose expectation a row is read for, in its own list and in its level; undefined where no strategy asks. */
export const askedOfRow = (
  campaign: CampaignBook,
  row: PlanRow,
): { own: Expectation | undefined; level: Expectation | undefined } => ({
  own: strategyOfRow(campaign, row) === "best-expected-revenue" ? expectationOfRow(campaign, row) : undefined,
  level:
    row.group !== undefined && strategyOfLevel(campaign, row.priority) === "best-expected-revenue"
      ? expectationOfLevel(campaign, row.priority)
      : undefined,
});
