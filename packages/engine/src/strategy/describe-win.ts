import type { Picked } from "./picked.ts";
import { rankRow, rankUnit, type Rank } from "./pick.ts";
import { strategyOfLevel, strategyOfRow } from "./recency.ts";
import { findBestOff, isTraining, type Standing } from "./expectation.ts";
import { toArithmetic, toTrainingText } from "./expected-words.ts";
import { toSpanText } from "./span-text.ts";
import { isComparing, type Strategy } from "./strategy.ts";

type Won = {
  name: string;
  among: string;
  rank: Rank;
  at: number;
  standing: Standing | undefined;
  currency: string;
};

/** How the picked one of several stood; a group as its level sees it. */
const findStanding = ({ compared: { worth }, unit }: Picked, list: "own" | "level", row: number) =>
  list === "level" ? findBestOff(worth?.level, unit.rows) : findBestOff(worth?.own, [row]);

const toExpectedWin = ({ name, among, standing, currency }: Won): string => {
  if (standing === undefined) return `the turn came to ${name} of ${among}`;
  return isTraining(standing)
    ? `${name} was ${toTrainingText(standing)}, and its turn came among ${among}`
    : `${name} had the best expected revenue (${toArithmetic(standing, currency)}) of ${among}`;
};

/** By what a strategy picked one of several. */
const toWin = (strategy: Strategy, won: Won): string => {
  const {
    name,
    among,
    rank: [first, moment],
    at,
  } = won;
  switch (strategy) {
    case "simultaneous":
      return `all of ${among} ring at once`;
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
    case "best-expected-revenue":
      return toExpectedWin(won);
  }
};

const nothing: Rank = [0, 0];

const describeLevel = (picked: Picked, group: string | null): string => {
  const { campaign, at, compared, units, unit, plan, currency, isAlone } = picked;
  const { priority } = plan;
  if (!isAlone && units.length === 1) return `of priority ${priority} it had been dialled least in this call`;
  const name = group === null ? "it" : `its group, ${group},`;
  if (units.length === 1) {
    return group === null
      ? `it was the only open target at priority ${priority}`
      : `${name} was all that was open at priority ${priority}`;
  }
  const kinds = units.some((each) => each.group !== null) ? "targets and groups" : "targets";
  const among = `the ${units.length} open ${kinds} at priority ${priority}`;
  const strategy = strategyOfLevel(campaign, priority);
  const rank = isComparing(strategy) ? rankUnit(strategy, unit, compared) : nothing;
  const standing = findStanding(picked, group === null ? "own" : "level", picked.row);
  return toWin(strategy, { name, among, rank, at, standing, currency });
};

const describeMember = (picked: Picked): string => {
  const { campaign, at, compared, unit, row, plan, currency } = picked;
  if (unit.rows.length === 1) return "it was the only open one of the group";
  const strategy = strategyOfRow(campaign, plan);
  const rank = isComparing(strategy) ? rankRow(strategy, row, compared) : nothing;
  const among = `the ${unit.rows.length} open ones of the group`;
  const standing = findStanding(picked, "own", row);
  return toWin(strategy, { name: "it", among, rank, at, standing, currency });
};

/** Why the level's strategy, and in a group the group's, picked the chosen row; to follow "because". */
export const describeWin = (picked: Picked): string => {
  const { campaign, unit } = picked;
  if (unit.group === null) return describeLevel(picked, null);
  const group = campaign.groups?.[unit.group]?.name ?? "";
  return `${describeLevel(picked, group)}, and ${describeMember(picked)}`;
};

const toExpectedText = (standing: Standing | undefined, currency: string): string => {
  if (standing === undefined) return "its turn came";
  return isTraining(standing) ? toTrainingText(standing) : `${toArithmetic(standing, currency)}, the most`;
};

/** How a row's own list picked it, in short; empty where that was by chance or there was nobody else. */
export const toWinText = (picked: Picked): string => {
  const { campaign, at, compared, units, unit, row, plan, currency } = picked;
  const strategy = strategyOfRow(campaign, plan);
  const rivals = unit.group === null ? units : unit.rows;
  if (!isComparing(strategy) || rivals.length === 1) return "";
  const [first, moment] = rankRow(strategy, row, compared);
  switch (strategy) {
    case "round-robin":
      return "its turn came";
    case "pool":
      return `${first} ${first === 1 ? "call" : "calls"} in progress, the fewest`;
    case "longest-idle":
      if (first > 0) return "its last call came longest ago";
      return moment === 0 ? "no call yet" : `idle for ${toSpanText(at - moment)}, the longest`;
    case "best-expected-revenue":
      return toExpectedText(findStanding(picked, "own", row), currency);
  }
};
