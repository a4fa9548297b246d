import { isAttemptOver } from "#call/attempt.ts";
import { listLegs } from "#call/dial-leg.ts";
import { isFinalStatus } from "#call/leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toEndedMark, toOfferedMark, type Mark } from "./recency.ts";

const nothing: ReadonlyMap<Mark, number> = new Map();

/** When we were first told something that ends the attempt, in epoch ms; null where nothing of it is known. */
const findEndedAt = ({ events }: CallState, { leg }: AttemptState, dial: number): number | null => {
  let earliest: number | null = null;
  for (const { at, fact } of events) {
    const isEnd =
      fact.kind === "leg"
        ? isFinalStatus(fact.status) && (fact.ref === leg?.ref || fact.parentRef === null)
        : fact.kind === "dial-ended" && fact.attempt === dial;
    if (isEnd && (earliest === null || at < earliest)) earliest = at;
  }
  return earliest;
};

const put = (marks: Map<Mark, number>, mark: Mark, at: number): void => {
  marks.set(mark, Math.max(marks.get(mark) ?? 0, at));
};

/**
 * The moments that a call's facts set, by mark: turns taken, offers made, calls ended. A call whose dials say nothing of
 * offers sets none. Law: depends on the facts only, in whatever order they came.
 */
export const listMarks = (state: CallState): ReadonlyMap<Mark, number> => {
  let marks: Map<Mark, number> | undefined;
  for (const { leg, dial } of listLegs(state.decisions)) {
    if (leg.offer === undefined) continue;
    marks ??= new Map();
    for (const mark of [...leg.offer.turns, toOfferedMark(leg.targetId)]) put(marks, mark, leg.offer.stamp);
    const attempt = state.attempts.find(({ number }) => number === leg.attempt);
    const isOver = attempt !== undefined && isAttemptOver(attempt);
    const endedAt = isOver ? findEndedAt(state, attempt, dial.attempt) : null;
    if (endedAt !== null) put(marks, toEndedMark(leg.targetId), endedAt);
  }
  return marks ?? nothing;
};

/** The marks that a call which was `before` sets anew as `after`. */
export const toMarkChanges = (before: CallState | undefined, after: CallState): ReadonlyMap<Mark, number> => {
  const is = listMarks(after);
  if (is.size === 0 || before === undefined) return is;
  const was = listMarks(before);
  return new Map([...is].filter(([mark, at]) => was.get(mark) !== at));
};
