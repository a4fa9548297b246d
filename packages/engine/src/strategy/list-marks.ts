import { isAttemptOver } from "#call/attempt.ts";
import { isFinalStatus } from "#call/leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toEndedMark, toOfferedMark, type Mark } from "./recency.ts";

const nothing: ReadonlyMap<Mark, number> = new Map();

/** When we were first told something that ends the attempt, in epoch ms; null where nothing of it is known. */
const findEndedAt = ({ events }: CallState, { number, leg }: AttemptState): number | null => {
  let earliest: number | null = null;
  for (const { at, fact } of events) {
    const isEnd =
      fact.kind === "leg"
        ? isFinalStatus(fact.status) && (fact.ref === leg?.ref || fact.parentRef === null)
        : fact.kind === "dial-ended" && fact.attempt === number;
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
  for (const { choice } of state.decisions) {
    if (choice.kind !== "dial" || choice.offer === undefined) continue;
    marks ??= new Map();
    for (const mark of [...choice.offer.turns, toOfferedMark(choice.targetId)]) {
      put(marks, mark, choice.offer.stamp);
    }
    const attempt = state.attempts.find(({ number }) => number === choice.attempt);
    const endedAt = attempt !== undefined && isAttemptOver(attempt) ? findEndedAt(state, attempt) : null;
    if (endedAt !== null) put(marks, toEndedMark(choice.targetId), endedAt);
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
