import { toAskedSeconds } from "#settle/conversion.ts";
import { isAttemptOver } from "./attempt.ts";
import { findDial } from "./dial-leg.ts";
import type { AttemptState, CallState } from "./state.ts";

/** News is awaited this much longer than the carrier's own limit before the carrier is asked. */
export const ASK_GRACE_MS = 60_000;

/** A conversation of which nothing was heard for this long is asked about. */
export const ASK_CONNECTED_AFTER_MS = 600_000;

/** What is to happen to a call next of its own accord, and when (epoch ms; may lie in the past). */
export type Due = { at: number; kind: "convert"; attempt: number } | { at: number; kind: "ask-carrier" };

const isOnTheLine = (attempt: AttemptState): boolean => attempt.outcome === "connected";

/** Whether the attempt may still convert without anybody's word: it is no agent's, no repeat, and has not yet. */
const mayConvert = ({ convertedAt, buyerId, terms }: AttemptState): boolean =>
  convertedAt === null &&
  buyerId !== null &&
  terms.convertedBefore === undefined &&
  terms.conversion?.kind !== "webhook";

/** When the attempt converts if nothing ends before (epoch ms); null while that cannot be said. */
const toConversionAt = (attempt: AttemptState, arrivedAt: number | null): number | null => {
  if (!mayConvert(attempt)) return null;
  const asked = toAskedSeconds(attempt, arrivedAt);
  if (asked === null && attempt.ringSize > 1) return isOnTheLine(attempt) ? attempt.connectedAt : null;
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

const lacksRecording = (state: CallState): boolean => {
  const expected = state.attempts.filter((attempt) => {
    const dial = findDial(state.decisions, attempt.number);
    return dial?.record === true && (attempt.connectedSeconds ?? 0) > 0;
  });
  return state.recordings.filter(({ status }) => status !== "in-progress").length < expected.length;
};

/** The decision to take a message, with which a call ends. */
const findVoicemail = ({ decisions }: CallState) => {
  const choice = decisions.at(-1)?.choice;
  return choice?.kind === "voicemail" ? choice : undefined;
};

const lacksVoicemail = (state: CallState): boolean =>
  findVoicemail(state) !== undefined && state.voicemails.every(({ status }) => status === "in-progress");

/** Whether something of an ended call is still to come. */
const lacksEvidence = (state: CallState): boolean =>
  state.attempts.some(({ connectedSeconds }) => connectedSeconds === null) ||
  lacksRecording(state) ||
  lacksVoicemail(state);

/** Of several that rang at once, the one that has the call, or may get it. */
const findOpen = ({ attempts }: CallState): AttemptState | undefined =>
  attempts.findLast(isOnTheLine) ?? attempts.findLast((attempt) => !isAttemptOver(attempt));

const findQuestionAt = (state: CallState, newsAt: number): number | null => {
  if (state.status === "ended") return lacksEvidence(state) ? newsAt + ASK_GRACE_MS : null;
  const voicemail = findVoicemail(state);
  if (voicemail !== undefined) return newsAt + voicemail.maxSeconds * 1000 + ASK_GRACE_MS;
  const last = findOpen(state) ?? state.attempts.at(-1);
  const dial = last === undefined ? undefined : findDial(state.decisions, last.number);
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
