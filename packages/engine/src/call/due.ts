import { toAskedSeconds } from "#settle/conversion.ts";
import { isAttemptOver, type DialChoice } from "./attempt.ts";
import type { AttemptState, CallState } from "./state.ts";

/** News is awaited this much longer than the carrier's own limit before the carrier is asked. */
export const ASK_GRACE_MS = 60_000;

/** A conversation of which nothing was heard for this long is asked about. */
export const ASK_CONNECTED_AFTER_MS = 600_000;

/** What is to happen to a call next of its own accord, and when (epoch ms; may lie in the past). */
export type Due = { at: number; kind: "convert"; attempt: number } | { at: number; kind: "ask-carrier" };

const isOnTheLine = (attempt: AttemptState): boolean => attempt.outcome === "connected";

/** When the attempt converts if nothing ends before (epoch ms); null while that cannot be said. */
const toConversionAt = (attempt: AttemptState, arrivedAt: number | null): number | null => {
  if (attempt.convertedAt !== null) return null;
  const kind = attempt.terms.conversion?.kind;
  if (kind === "webhook") return null;
  const asked = toAskedSeconds(attempt, arrivedAt);
  if (asked === null) return isAttemptOver(attempt) ? null : attempt.dialledAt;
  return isOnTheLine(attempt) && attempt.connectedAt !== null ? attempt.connectedAt + asked * 1000 : null;
};

const findConversion = ({ attempts, arrivedAt }: CallState): Due | null => {
  for (const attempt of attempts) {
    const at = toConversionAt(attempt, arrivedAt);
    if (at !== null) return { at, kind: "convert", attempt: attempt.number };
  }
  return null;
};

const findDial = ({ decisions }: CallState, attempt: number): DialChoice | undefined => {
  for (const { choice } of decisions) if (choice.kind === "dial" && choice.attempt === attempt) return choice;
  return undefined;
};

const lacksRecording = (state: CallState): boolean => {
  const expected = state.attempts.filter((attempt) => {
    const dial = findDial(state, attempt.number);
    return dial?.record === true && (attempt.connectedSeconds ?? 0) > 0;
  });
  return state.recordings.filter(({ status }) => status !== "in-progress").length < expected.length;
};

const findQuestionAt = (state: CallState, newsAt: number): number | null => {
  if (state.status === "ended") {
    const isOpen = state.attempts.some((attempt) => attempt.connectedSeconds === null);
    return isOpen || lacksRecording(state) ? newsAt + ASK_GRACE_MS : null;
  }
  const last = state.attempts.at(-1);
  const dial = last === undefined ? undefined : findDial(state, last.number);
  if (last === undefined || dial === undefined) return newsAt + ASK_GRACE_MS;
  if (last.outcome === "dialling") return newsAt + dial.ringTimeoutSeconds * 1000 + ASK_GRACE_MS;
  if (!isOnTheLine(last)) return newsAt + ASK_GRACE_MS;
  const limitAt = (last.connectedAt ?? last.dialledAt) + dial.timeLimitSeconds * 1000;
  return Math.min(newsAt + ASK_CONNECTED_AFTER_MS, Math.max(limitAt, newsAt) + ASK_GRACE_MS);
};

/**
 * The call's next timer, from its facts alone; null when nothing more is to come of itself.
 * A question that brings no news stays due: whoever asks decides when to ask again.
 * Law: while a call is open, or lacks final evidence or its recording, there is always a next moment.
 */
export const nextDue = (state: CallState): Due | null => {
  if (state.lastFactAt === null) return null;
  const conversion = findConversion(state);
  const questionAt = findQuestionAt(state, state.lastFactAt);
  if (questionAt === null || (conversion !== null && conversion.at <= questionAt)) return conversion;
  return { at: questionAt, kind: "ask-carrier" };
};
