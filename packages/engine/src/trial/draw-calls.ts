import type { CampaignBook } from "#book.ts";
import { toLegs } from "#call/dial-leg.ts";
import type { DialLeg } from "#call/event.ts";
import type { RowRef } from "#route/route.ts";
import { toGroupMark, toTurnMark, type Recency } from "#strategy/recency.ts";
import { tryAgain, type Trial } from "./trial.ts";

/** How many of the calls rang each row, those that rang at all; a call that several ring for counts for each. */
export type Draws = { calls: number; rows: ReadonlyMap<RowRef, number>; nobody: number };

/** What strategies would read after the dial, once its call is over. */
const passOn = (campaign: CampaignBook, recency: Recency, legs: readonly DialLeg[]): Recency => {
  const { stamp, turns, groupTurns, offered, ended } = recency;
  const { rows } = campaign;
  const had = new Set(legs.flatMap(({ offer }) => offer?.turns ?? []));
  const rung = new Set(legs.map(({ targetId }) => targetId));
  const isOf = (row: number): boolean => rung.has(rows[row]?.targetId ?? "");
  const hadTurn = (row: number): boolean => {
    const plan = rows[row];
    return plan !== undefined && had.has(toTurnMark(campaign, plan));
  };
  const moved = (at: number, isMoved: boolean): number => (isMoved ? stamp : at);
  return {
    ...recency,
    stamp: stamp + 1,
    ...(turns && { turns: turns.map((at, row) => moved(at, hadTurn(row))) }),
    ...(groupTurns && {
      groupTurns: groupTurns.map((at, group) => moved(at, had.has(toGroupMark(campaign, group)))),
    }),
    ...(offered && { offered: offered.map((at, row) => moved(at, isOf(row))) }),
    ...(ended && { ended: ended.map((at, row) => moved(at, isOf(row))) }),
  };
};

/**
 * Who gets so many calls that are all like the one of the trial: each is over before the next comes, each has a seed of
 * its own, and strategies remember the calls before it. Nothing counts against caps or limits in between.
 */
export const drawCalls = (trial: Trial, { calls, seed }: { calls: number; seed: string }): Draws => {
  const rows = new Map<RowRef, number>();
  let nobody = 0;
  let { decided } = trial;
  for (let call = 0; call < calls; call += 1) {
    const { choice } = tryAgain({ ...trial, decided }, `${seed}:${call}`);
    if (choice.kind !== "dial") {
      nobody += 1;
      continue;
    }
    const legs = toLegs(choice);
    for (const { row } of legs) rows.set(row, (rows.get(row) ?? 0) + 1);
    if (trial.campaign === null || decided.recency === undefined) continue;
    decided = { ...decided, recency: passOn(trial.campaign, decided.recency, legs) };
  }
  return { calls, rows, nobody };
};
