import type { DialEndedFact, DialLeg } from "./event.ts";
import { isFinalStatus } from "./leg.ts";
import type { AttemptState, LegState } from "./state.ts";

/** All that bears on one attempt. */
export type AttemptEvidence = {
  choice: DialLeg;
  ringSize: number;
  dialledAt: number;
  leg: LegState | null;
  dialEnded: DialEndedFact | null;
  dialEndedAt: number | null;
  convertedAt: number | null;
  /** The caller's own leg, once it is over, and with it every attempt. */
  callerEnd: LegState | null;
};

type Verdict = Pick<AttemptState, "outcome" | "connectedSeconds" | "secondsSource">;

const dialling: Verdict = { outcome: "dialling", connectedSeconds: null, secondsSource: null };

const nothingFinal = { connectedSeconds: null, secondsSource: null } as const;

const toSource = ({ source }: LegState) => (source === "record" ? "record" : "leg");

const judgeByLeg = (leg: LegState): Verdict => {
  const secondsSource = toSource(leg);
  switch (leg.status) {
    case "completed":
      return leg.seconds === null
        ? { outcome: "completed", ...nothingFinal }
        : { outcome: "completed", connectedSeconds: leg.seconds, secondsSource };
    case "in-progress":
      return { outcome: "connected", ...nothingFinal };
    case "queued":
    case "initiated":
    case "ringing":
      return dialling;
    case "busy":
    case "no-answer":
    case "failed":
    case "canceled":
      return { outcome: leg.status, connectedSeconds: 0, secondsSource };
  }
};

const judgeByDial = (dial: DialEndedFact, leg: LegState | null): Verdict => {
  if (dial.status !== "completed" && dial.status !== "answered") {
    return { outcome: dial.status, connectedSeconds: 0, secondsSource: "dial" };
  }
  if (dial.bridged === false) return { outcome: "not-bridged", connectedSeconds: 0, secondsSource: "dial" };
  const finalLeg = leg !== null && isFinalStatus(leg.status) ? leg : null;
  if (dial.bridged === null && finalLeg !== null && finalLeg.status !== "completed") {
    return judgeByLeg(finalLeg);
  }
  if (dial.seconds !== null) {
    return { outcome: "completed", connectedSeconds: dial.seconds, secondsSource: "dial" };
  }
  return finalLeg === null
    ? { outcome: "completed", ...nothingFinal }
    : { ...judgeByLeg(finalLeg), outcome: "completed" };
};

/** The caller's leg is answered by the conversation itself: where it was not, there was none. */
const wasNeverAnswered = ({ status }: LegState): boolean =>
  status === "no-answer" || status === "canceled" || status === "busy";

/** Whether the caller and the target spoke, or speak, with each other in this attempt. */
export const isBridged = ({ outcome }: Pick<AttemptState, "outcome">): boolean =>
  outcome === "connected" || outcome === "completed";

const judge = ({ dialEnded, leg, callerEnd }: AttemptEvidence): Verdict => {
  if (dialEnded !== null) return judgeByDial(dialEnded, leg);
  // The record of an ended call comes after those of all its legs: what it does not know was never dialled.
  if (leg === null && callerEnd?.source === "record") {
    return { outcome: "canceled", connectedSeconds: 0, secondsSource: "record" };
  }
  const verdict: Verdict = leg === null ? dialling : judgeByLeg(leg);
  if (callerEnd === null) return verdict;
  if (wasNeverAnswered(callerEnd) && isBridged(verdict)) {
    return { outcome: "not-bridged", connectedSeconds: 0, secondsSource: toSource(callerEnd) };
  }
  if (verdict.outcome === "dialling") return { ...verdict, outcome: "canceled" };
  return verdict.outcome === "connected" ? { ...verdict, outcome: "completed" } : verdict;
};

/** Whether the attempt has ended, so that its slot is free again. */
export const isAttemptOver = (attempt: AttemptState): boolean =>
  attempt.outcome !== "dialling" && attempt.outcome !== "connected";

/** Whether the attempt ended in a conversation, or may turn out to have: nothing final is known of its seconds. */
export const mayHaveTalked = (attempt: AttemptState): boolean =>
  attempt.outcome === "completed" || (isAttemptOver(attempt) && attempt.connectedSeconds === null);

const findConnectedAt = (evidence: AttemptEvidence): number | null => {
  if (evidence.leg !== null && evidence.leg.answeredAt !== null) return evidence.leg.answeredAt;
  const { dialEnded, dialEndedAt } = evidence;
  if (dialEnded === null || dialEnded.seconds === null || dialEndedAt === null) return null;
  return dialEndedAt - dialEnded.seconds * 1000;
};

/** How an attempt stands. The caller's own duration never enters. */
export const toAttemptState = (evidence: AttemptEvidence): AttemptState => {
  const { choice } = evidence;
  const verdict = judge(evidence);
  const { outcome, connectedSeconds, secondsSource } = verdict;
  return {
    number: choice.attempt,
    ringSize: evidence.ringSize,
    targetId: choice.targetId,
    buyerId: choice.buyerId,
    destination: choice.destination,
    terms: choice.terms,
    dialledAt: evidence.dialledAt,
    leg: evidence.leg,
    dialEnded: evidence.dialEnded,
    convertedAt: evidence.convertedAt,
    outcome,
    connectedAt: isBridged(verdict) ? findConnectedAt(evidence) : null,
    connectedSeconds,
    secondsSource,
  };
};
