import type { AgentNumbers } from "#agent/agent.ts";
import type { CampaignBook } from "#book.ts";
import { isTraining, type Standing, type Worth } from "./expectation.ts";
import { strategyOfLevel, type Recency } from "./recency.ts";
import { isComparing, RING_MOST, type Comparing } from "./strategy.ts";
import type { Unit } from "./unit.ts";

/** The live numbers of a decision that strategies compare. */
export type Compared = {
  inUse: readonly number[];
  recency?: Recency | undefined;
  agents?: readonly (AgentNumbers | null)[] | undefined;
  worth?: Worth | undefined;
};

/** What stands first goes first: by the one number, and where that is the same by the other. */
export type Rank = readonly [number, number];

export const isBefore = (a: Rank, b: Rank): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** What was read of a row or group; 0 where nothing was. */
export const readOf = (list: readonly number[] | undefined, index: number): number => list?.[index] ?? 0;

/**
 * Since when a row's target has had nothing to do with a call, epoch ms; 0 when it never had. Whoever was away is idle
 * from its return on.
 */
export const toIdleSince = ({ recency, agents }: Compared, row: number): number =>
  Math.max(readOf(recency?.offered, row), readOf(recency?.ended, row), agents?.[row]?.since ?? 0);

/** Who is in training goes first, then who is worth most; in micros, which are whole numbers up to any price. */
const toPlace = (standing: Standing | null | undefined): number => {
  if (!standing) return 0;
  return isTraining(standing) ? Number.NEGATIVE_INFINITY : -Number(standing.worthMicros);
};

export const rankRow = (strategy: Comparing, row: number, compared: Compared): Rank => {
  const inUse = readOf(compared.inUse, row);
  switch (strategy) {
    case "round-robin":
      return [readOf(compared.recency?.turns, row), 0];
    case "pool":
      return [inUse, readOf(compared.recency?.offered, row)];
    case "longest-idle":
      return [inUse === 0 ? 0 : 1, toIdleSince(compared, row)];
    case "best-expected-revenue":
      return [toPlace(compared.worth?.own[row]), readOf(compared.recency?.turns, row)];
  }
};

/** A group's members as its level sees them. */
const rankExpectedGroup = (rows: readonly number[], group: number, { worth, recency }: Compared): Rank => [
  Math.min(...rows.map((row) => toPlace(worth?.level[row]))),
  readOf(recency?.groupTurns, group),
];

/** A group has its own turn; for everything else it stands as the open member that is best off. */
export const rankUnit = (strategy: Comparing, { rows, group }: Unit, compared: Compared): Rank => {
  if (group !== null && strategy === "round-robin") return [readOf(compared.recency?.groupTurns, group), 0];
  if (group !== null && strategy === "best-expected-revenue") return rankExpectedGroup(rows, group, compared);
  let best = rankRow(strategy, rows[0], compared);
  for (const row of rows) {
    const rank = rankRow(strategy, row, compared);
    if (isBefore(rank, best)) best = rank;
  }
  return best;
};

/** The item on which the draw falls, each with a chance that is its share of the weight. */
const draw = <Item>(items: readonly Item[], weightOf: (item: Item) => number, random: () => number) => {
  let weight = 0;
  for (const item of items) weight += weightOf(item);
  let left = random() * weight;
  let drawn: Item | undefined;
  for (const item of items) {
    drawn = item;
    left -= weightOf(item);
    if (left < 0) break;
  }
  return drawn;
};

/** The item that stands first; of equals the first in order. */
const findFirst = <Item>(items: readonly Item[], rankOf: (item: Item) => Rank): Item | undefined => {
  let first: { item: Item; rank: Rank } | undefined;
  for (const item of items) {
    const rank = rankOf(item);
    if (first === undefined || isBefore(rank, first.rank)) first = { item, rank };
  }
  return first?.item;
};

type Picking = { random: () => number; compared: Compared };

/** The unit's own row, or what its group's strategy picks of the members. */
const pickMembers = (
  campaign: CampaignBook,
  { group, rows }: Unit,
  { random, compared }: Picking,
): readonly number[] => {
  if (group === null) return rows;
  const within = campaign.groups?.[group]?.strategy ?? "weighted";
  if (within === "simultaneous") return rows;
  const member = isComparing(within)
    ? findFirst(rows, (row) => rankRow(within, row, compared))
    : draw(rows, (row) => campaign.rows[row]?.weight ?? 1, random);
  return member === undefined ? [] : [member];
};

/** In plan order, each target once. */
const keepRing = (campaign: CampaignBook, rows: readonly number[]): readonly number[] => {
  if (rows.length < 2) return rows;
  const targetIds = rows.map((row) => campaign.rows[row]?.targetId);
  return rows.filter((_, index) => targetIds.indexOf(targetIds[index]) === index).slice(0, RING_MOST);
};

/**
 * The rows that the level's strategy, and in a group the group's, picks from the units of one priority: none when there
 * is none, and more than one only where they are to ring at once. Law: a round robin picks whom nobody waits longer
 * than, a pool nobody with more calls in progress than another, longest idle nobody who has been idle for less, best
 * expected revenue nobody who is trained while another is not, and of the trained nobody who is worth less than
 * another. Time is linear in the rows.
 */
export const pickRows = (
  campaign: CampaignBook,
  units: readonly Unit[],
  picking: Picking,
): readonly number[] => {
  const [first] = units;
  if (first === undefined) return [];
  const level = strategyOfLevel(campaign, campaign.rows[first.rows[0]]?.priority ?? 0);
  if (level === "simultaneous") {
    return keepRing(
      campaign,
      units.flatMap((unit) => pickMembers(campaign, unit, picking)),
    );
  }
  const unit = isComparing(level)
    ? findFirst(units, (each) => rankUnit(level, each, picking.compared))
    : draw(units, ({ weight }) => weight, picking.random);
  return unit === undefined ? [] : keepRing(campaign, pickMembers(campaign, unit, picking));
};
