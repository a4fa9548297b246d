import { isBridged, toAttemptState, type AttemptEvidence } from "./attempt.ts";
import type { DialEndedFact } from "./event.ts";
import type { AttemptState } from "./state.ts";

/** The carrier's word on a dial of several legs; null until it says one. */
type Ended = { fact: DialEndedFact; at: number } | null;

/** Whether the carrier says that somebody took the call. */
const isTaken = ({ status, bridged }: DialEndedFact): boolean =>
  (status === "completed" || status === "answered") && bridged !== false;

const toAnsweredAt = ({ leg }: AttemptState): number =>
  leg?.answeredAt ?? leg?.endedAt ?? Number.POSITIVE_INFINITY;

/**
 * The leg that the caller was joined to: the one that the carrier names, or where it names none the first to answer; -1
 * for none, and while nothing is known of the one that it names.
 */
const findWinner = (alone: readonly AttemptState[], ended: Ended): number => {
  if (ended !== null && !isTaken(ended.fact)) return -1;
  const childRef = ended?.fact.childRef ?? null;
  if (childRef !== null) return alone.findIndex(({ leg }) => leg?.ref === childRef);
  let first = -1;
  for (const [index, attempt] of alone.entries()) {
    const held = alone[first];
    const isFirst = held === undefined || toAnsweredAt(attempt) < toAnsweredAt(held);
    if (isBridged(attempt) && isFirst) first = index;
  }
  return first;
};

const nobodySpoke = { connectedAt: null, connectedSeconds: 0 } as const;

/** What the record of an ended call does not know of was never dialled. */
const isUnknown = ({ leg, callerEnd }: AttemptEvidence): boolean =>
  leg === null && callerEnd?.source === "record";

/** A leg that was not joined, whatever became of it. */
const toLoser = (attempt: AttemptState, ended: Ended, isLost: boolean): AttemptState => {
  if (isBridged(attempt)) {
    const secondsSource = attempt.leg?.source === "record" ? "record" : "leg";
    return { ...attempt, ...nobodySpoke, outcome: "not-bridged", secondsSource };
  }
  // The carrier stops all other phones when one answers.
  if (attempt.outcome !== "dialling") return attempt;
  if (isLost)
    return { ...attempt, ...nobodySpoke, outcome: "canceled", secondsSource: ended ? "dial" : "leg" };
  if (ended === null) return attempt;
  const { status } = ended.fact;
  // Somebody took the call and nothing tells who: the carrier's records will.
  if (isTaken(ended.fact)) return { ...attempt, outcome: "canceled", connectedSeconds: null };
  const outcome = status === "completed" || status === "answered" ? "canceled" : status;
  return { ...attempt, ...nobodySpoke, outcome, secondsSource: "dial" };
};

/**
 * How the legs stand that one dial rang at once, in their order. `legs` are without the dial's own end.
 * Law: at most one of them was joined to the caller, whatever is told of them and in whatever order.
 */
export const toRingStates = (legs: readonly AttemptEvidence[], ended: Ended): AttemptState[] => {
  // Once the dial is over the caller's end says nothing more of it.
  const alone = legs.map((leg) => toAttemptState(ended === null ? leg : { ...leg, callerEnd: null }));
  const winner = findWinner(alone, ended);
  return legs.flatMap((leg, index) => {
    const attempt = alone[index];
    if (attempt === undefined) return [];
    if (index !== winner) return [toLoser(attempt, ended, winner !== -1 || isUnknown(leg))];
    return [toAttemptState({ ...leg, dialEnded: ended?.fact ?? null, dialEndedAt: ended?.at ?? null })];
  });
};
