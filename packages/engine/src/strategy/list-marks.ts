import { toTalkedMark } from "#agent/agent.ts";
import { isAttemptOver, isBridged } from "#call/attempt.ts";
import { listLegs, type DialChoice } from "#call/dial-leg.ts";
import type { DialLeg } from "#call/event.ts";
import { isFinalStatus } from "#call/leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toEndedMark, toOfferedMark, type Mark, type Offer } from "./recency.ts";

const nothing: ReadonlyMap<Mark, number> = new Map();

/** When we were first told something that ends the attempt, in epoch ms; null where nothing of it is known. */
export const findEndedAt = ({ events }: CallState, { leg }: AttemptState, dial: number): number | null => {
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

const putOffer = (marks: Map<Mark, number>, { stamp, turns }: Offer, targetId: string): void => {
  for (const mark of [...turns, toOfferedMark(targetId)]) put(marks, mark, stamp);
};

/** The end of a leg, where it is known. */
const putEnd = (
  marks: Map<Mark, number>,
  state: CallState,
  { leg, dial }: { leg: DialLeg; dial: DialChoice },
): void => {
  const attempt = state.attempts.find(({ number }) => number === leg.attempt);
  const isOver = attempt !== undefined && isAttemptOver(attempt);
  const endedAt = isOver ? findEndedAt(state, attempt, dial.attempt) : null;
  if (attempt === undefined || endedAt === null) return;
  if (leg.offer !== undefined) put(marks, toEndedMark(leg.targetId), endedAt);
  if (leg.buyerId === null && isBridged(attempt)) put(marks, toTalkedMark(leg.targetId), endedAt);
};

/**
 * The moments that a call's facts set, by mark: turns taken, offers made, calls ended, conversations of agents. A call
 * whose dials say nothing of offers, and ring no agent, sets none. Law: depends on the facts only, in whatever order they came.
 */
export const listMarks = (state: CallState): ReadonlyMap<Mark, number> => {
  let marks: Map<Mark, number> | undefined;
  for (const { leg, dial } of listLegs(state.decisions)) {
    if (leg.offer === undefined && leg.buyerId !== null) continue;
    marks ??= new Map();
    if (leg.offer !== undefined) putOffer(marks, leg.offer, leg.targetId);
    putEnd(marks, state, { leg, dial });
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
