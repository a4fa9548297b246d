import type { Picked } from "./picked.ts";
import { rankRow, rankUnit, type Rank } from "./pick.ts";
import { strategyOfLevel, strategyOfRow } from "./recency.ts";
import { toSpanText } from "./span-text.ts";
import type { Strategy } from "./strategy.ts";

type Won = { name: string; among: string; rank: Rank; at: number };

/** By what a strategy picked one of several. */
const toWin = (strategy: Strategy, { name, among, rank: [first, moment], at }: Won): string => {
  switch (strategy) {
    case "weighted":
      return `the draw by weight picked ${name} from ${among}`;
    case "round-robin":
      return `the turn came to ${name} in the round robin of ${among}`;
    case "pool":
      return `${name} had the fewest calls in progress (${first}) in the pool of ${among}`;
    case "longest-idle":
      if (first > 0) return `${name} had its last call longest ago of ${among}, who were all on a call`;
      return moment === 0
        ? `${name} had had no call yet, the longest idle of ${among}`
        : `${name} had been idle longest (${toSpanText(at - moment)}) of ${among}`;
  }
};

const nothing: Rank = [0, 0];

const describeLevel = (
  { campaign, at, compared, units, unit, plan }: Picked,
  group: string | null,
): string => {
  const { priority } = plan;
  const name = group === null ? "it" : `its group, ${group},`;
  if (units.length === 1) {
    return group === null
      ? `it was the only open target at priority ${priority}`
      : `${name} was all that was open at priority ${priority}`;
  }
  const kinds = units.some((each) => each.group !== null) ? "targets and groups" : "targets";
  const among = `the ${units.length} open ${kinds} at priority ${priority}`;
  const strategy = strategyOfLevel(campaign, priority);
  const rank = strategy === "weighted" ? nothing : rankUnit(strategy, unit, compared);
  return toWin(strategy, { name, among, rank, at });
};

const describeMember = ({ campaign, at, compared, unit, row, plan }: Picked): string => {
  if (unit.rows.length === 1) return "it was the only open one of the group";
  const strategy = strategyOfRow(campaign, plan);
  const rank = strategy === "weighted" ? nothing : rankRow(strategy, row, compared);
  return toWin(strategy, { name: "it", among: `the ${unit.rows.length} open ones of the group`, rank, at });
};

/** Why the level's strategy, and in a group the group's, picked the chosen row; to follow "because". */
export const describeWin = (picked: Picked): string => {
  const { campaign, unit } = picked;
  if (unit.group === null) return describeLevel(picked, null);
  const group = campaign.groups?.[unit.group]?.name ?? "";
  return `${describeLevel(picked, group)}, and ${describeMember(picked)}`;
};

/** How a row's own list picked it, in short; empty where that was by chance or there was nobody else. */
export const toWinText = ({ campaign, at, compared, units, unit, row, plan }: Picked): string => {
  const strategy = strategyOfRow(campaign, plan);
  const rivals = unit.group === null ? units : unit.rows;
  if (strategy === "weighted" || rivals.length === 1) return "";
  const [first, moment] = rankRow(strategy, row, compared);
  switch (strategy) {
    case "round-robin":
      return "its turn came";
    case "pool":
      return `${first} ${first === 1 ? "call" : "calls"} in progress, the fewest`;
    case "longest-idle":
      if (first > 0) return "its last call came longest ago";
      return moment === 0 ? "no call yet" : `idle for ${toSpanText(at - moment)}, the longest`;
  }
};
