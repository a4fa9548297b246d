import { toTalkedMark } from "#agent/agent.ts";
import { isAttemptOver, isBridged, type DialChoice } from "#call/attempt.ts";
import { isFinalStatus } from "#call/leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toEndedMark, toOfferedMark, type Mark, type Offer } from "./recency.ts";

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

const putOffer = (marks: Map<Mark, number>, { stamp, turns }: Offer, targetId: string): void => {
  for (const mark of [...turns, toOfferedMark(targetId)]) put(marks, mark, stamp);
};

/** The end of a dial, where it is known. */
const putEnd = (
  marks: Map<Mark, number>,
  state: CallState,
  { attempt: number, ...dial }: DialChoice,
): void => {
  const attempt = state.attempts.find((each) => each.number === number);
  const endedAt = attempt !== undefined && isAttemptOver(attempt) ? findEndedAt(state, attempt) : null;
  if (attempt === undefined || endedAt === null) return;
  if (dial.offer !== undefined) put(marks, toEndedMark(dial.targetId), endedAt);
  if (dial.buyerId === null && isBridged(attempt)) put(marks, toTalkedMark(dial.targetId), endedAt);
};

/**
 * The moments that a call's facts set, by mark: turns taken, offers made, calls ended, conversations of agents. A call
 * whose dials say nothing of offers, and ring no agent, sets none. Law: depends on the facts only, in whatever order they came.
 */
export const listMarks = (state: CallState): ReadonlyMap<Mark, number> => {
  let marks: Map<Mark, number> | undefined;
  for (const { choice } of state.decisions) {
    if (choice.kind !== "dial" || (choice.offer === undefined && choice.buyerId !== null)) continue;
    marks ??= new Map();
    if (choice.offer !== undefined) putOffer(marks, choice.offer, choice.targetId);
    putEnd(marks, state, choice);
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
