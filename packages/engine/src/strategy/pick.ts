import type { CampaignBook } from "#book.ts";
import { strategyOfLevel, type Recency } from "./recency.ts";
import type { Strategy } from "./strategy.ts";
import type { Unit } from "./unit.ts";

/** The live numbers of a decision that strategies compare. */
export type Compared = { inUse: readonly number[]; recency?: Recency | undefined };

/** What stands first goes first: by the one number, and where that is the same by the other. */
export type Rank = readonly [number, number];

type Comparing = Exclude<Strategy, "weighted">;

export const isBefore = (a: Rank, b: Rank): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** What was read of a row or group; 0 where nothing was. */
export const readOf = (list: readonly number[] | undefined, index: number): number => list?.[index] ?? 0;

/** Since when a row's target has had nothing to do with a call, epoch ms; 0 when it never had. */
export const toIdleSince = ({ recency }: Compared, row: number): number =>
  Math.max(readOf(recency?.offered, row), readOf(recency?.ended, row));

export const rankRow = (strategy: Comparing, row: number, compared: Compared): Rank => {
  const inUse = readOf(compared.inUse, row);
  switch (strategy) {
    case "round-robin":
      return [readOf(compared.recency?.turns, row), 0];
    case "pool":
      return [inUse, readOf(compared.recency?.offered, row)];
    case "longest-idle":
      return [inUse === 0 ? 0 : 1, toIdleSince(compared, row)];
  }
};

/** A group has its own turn; for everything else it stands as the open member that is best off. */
export const rankUnit = (strategy: Comparing, { rows, group }: Unit, compared: Compared): Rank => {
  if (group !== null && strategy === "round-robin") return [readOf(compared.recency?.groupTurns, group), 0];
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

/**
 * The row that the level's strategy, and in a group the group's, picks from the units of one priority; undefined when
 * there is none. Law: a round robin picks whom nobody waits longer than, a pool nobody with more calls in progress than
 * another, longest idle nobody who has been idle for less. Time is linear in the rows.
 */
export const pickRow = (
  campaign: CampaignBook,
  units: readonly Unit[],
  { random, compared }: { random: () => number; compared: Compared },
): number | undefined => {
  const [first] = units;
  if (first === undefined) return undefined;
  const level = strategyOfLevel(campaign, campaign.rows[first.rows[0]]?.priority ?? 0);
  const unit =
    level === "weighted"
      ? draw(units, ({ weight }) => weight, random)
      : findFirst(units, (each) => rankUnit(level, each, compared));
  if (unit === undefined || unit.group === null) return unit?.rows[0];
  const within = campaign.groups?.[unit.group]?.strategy ?? "weighted";
  return within === "weighted"
    ? draw(unit.rows, (row) => campaign.rows[row]?.weight ?? 1, random)
    : findFirst(unit.rows, (row) => rankRow(within, row, compared));
};
