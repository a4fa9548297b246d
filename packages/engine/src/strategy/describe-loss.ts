import type { Picked } from "./picked.ts";
import { rankUnit } from "./pick.ts";
import { strategyOfLevel, strategyOfRow } from "./recency.ts";
import { findBestOff, isTraining, type Standing } from "./expectation.ts";
import { compareStandings } from "./expected-words.ts";
import { toSpanText } from "./span-text.ts";
import { RING_MOST, type Strategy } from "./strategy.ts";
import type { Unit } from "./unit.ts";

/** One of two that a strategy compared, and what it is called in a sentence. */
type Side = { name: string; unit: Unit };

/** Who was longer without it: the one that was not picked had it later, or stands later in the plan. */
const compareMoments = (
  { lost, won, at }: { lost: number; won: number; at: number },
  names: { lost: string; won: string; what: string },
): string => {
  if (lost === 0) {
    return `${names.lost} had had no ${names.what} yet, nor had ${names.won}, which stands before it`;
  }
  const theirs = won === 0 ? "had had none yet" : `${toSpanText(at - won)} ago`;
  return `${names.lost} had its last ${names.what} ${toSpanText(at - lost)} ago, ${names.won} ${theirs}`;
};

const toCallsText = (calls: number): string => `${calls} ${calls === 1 ? "call" : "calls"} in progress`;

const compareIdle = (lost: number, won: number, at: number, names: { lost: string; won: string }): string => {
  if (lost === 0) return compareMoments({ lost, won, at }, { ...names, what: "call" });
  const theirs = won === 0 ? "had had no call yet" : `for ${toSpanText(at - won)}`;
  return `${names.lost} had been idle for ${toSpanText(at - lost)}, ${names.won} ${theirs}`;
};

/** How a unit stood, a group as its level sees it. */
const findStanding = ({ rows, group }: Unit, { compared: { worth } }: Picked): Standing | undefined =>
  findBestOff(group === null ? worth?.own : worth?.level, rows);

const compareExpected = (lost: Side, won: Side, picked: Picked, inTurn: () => string): string => {
  const [mine, theirs] = [findStanding(lost.unit, picked), findStanding(won.unit, picked)];
  if (mine === undefined || theirs === undefined) return inTurn();
  const names = { lost: lost.name, won: won.name };
  const words = compareStandings(mine, theirs, { names, currency: picked.currency });
  const isEven =
    isTraining(mine) === isTraining(theirs) && (isTraining(mine) || mine.worthMicros === theirs.worthMicros);
  return isEven ? `${words}, and ${inTurn()}` : words;
};

const toLoss = (strategy: Strategy, lost: Side, won: Side, picked: Picked): string => {
  const { compared, at } = picked;
  const names = { lost: lost.name, won: won.name };
  if (strategy === "simultaneous") return `no more than ${RING_MOST} ring at once`;
  if (strategy === "weighted") return "the draw by weight picked another";
  const [mine, myMoment] = rankUnit(strategy, lost.unit, compared);
  const [theirs, theirMoment] = rankUnit(strategy, won.unit, compared);
  const moments = { lost: myMoment, won: theirMoment, at };
  switch (strategy) {
    case "round-robin":
      return compareMoments({ lost: mine, won: theirs, at }, { ...names, what: "turn" });
    case "pool":
      return mine === theirs
        ? `as many calls were in progress (${mine}), and ${compareMoments(moments, { ...names, what: "offer" })}`
        : `${lost.name} had ${toCallsText(mine)}, ${won.name} had ${theirs}`;
    case "longest-idle":
      if (mine !== theirs) return `${lost.name} was on a call, ${won.name} was idle`;
      return mine === 0
        ? compareIdle(myMoment, theirMoment, at, names)
        : `all were on a call, and ${compareMoments(moments, { ...names, what: "call" })}`;
    case "best-expected-revenue":
      return compareExpected(lost, won, picked, () => compareMoments(moments, { ...names, what: "turn" }));
  }
};

const toMember = (row: number): Unit => ({ rows: [row], weight: 1, group: null });

/** Why an open row of the chosen one's priority was not picked; to follow "was open, but". */
export const describeLoss = (row: number, picked: Picked): string => {
  const { campaign, units, unit: won, plan } = picked;
  const lost = units.find(({ rows }) => rows.includes(row)) ?? toMember(row);
  const nameOf = (group: number): string => campaign.groups?.[group]?.name ?? "";
  if (lost === won) {
    const strategy = strategyOfRow(campaign, plan);
    const [mine, theirs] = [toMember(row), toMember(picked.row)];
    const loss = toLoss(
      strategy,
      { name: "it", unit: mine },
      { name: "the chosen one", unit: theirs },
      picked,
    );
    return strategy === "weighted" ? `${loss} of its group` : loss;
  }
  return toLoss(
    strategyOfLevel(campaign, plan.priority),
    { name: lost.group === null ? "it" : `its group, ${nameOf(lost.group)},`, unit: lost },
    { name: won.group === null ? "the chosen one" : `the group ${nameOf(won.group)}`, unit: won },
    picked,
  );
};
