import type { CallSummary } from "@ccp/contract";
import {
  type CallState,
  findConversation,
  findDial,
  isAttemptOver,
  isBridged,
  isFinalStatus,
  summarizeMoney,
  toAttestation,
  toWhereabouts,
} from "@ccp/engine";
import type { CallRow } from "./calls.views.ts";

type Step = { step: NonNullable<CallSummary["step"]>; since: number | null };

const findTime = ({ events }: CallState, key: string): number | null =>
  events.find((event) => event.key === key)?.at ?? null;

/** What a call that is not over is at, and since when. */
const toStep = (state: CallState): Step => {
  const decision = state.decisions.at(-1);
  const attempt = state.attempts.findLast((each) => !isAttemptOver(each)) ?? state.attempts.at(-1);
  if (decision === undefined) return { step: "routing", since: state.arrivedAt };
  if (decision.choice.kind !== "dial" || attempt === undefined) {
    return { step: "ending", since: findTime(state, `decided:${decision.step}`) };
  }
  if (attempt.outcome === "dialling") return { step: "dialling", since: attempt.dialledAt };
  if (!isAttemptOver(attempt)) return { step: "talking", since: attempt.connectedAt ?? attempt.dialledAt };
  const since = findTime(state, `dial-ended:${decision.choice.attempt}`) ?? state.lastFactAt;
  const isEnding = state.attempts.some(({ number, ...each }) => number > decision.step && isBridged(each));
  return { step: isEnding ? "ending" : "routing", since };
};

const toCallerEndAt = ({ events, caller }: CallState): number | null => {
  const ends = events.filter(
    ({ fact }) =>
      fact.kind === "leg" &&
      fact.ref === caller?.ref &&
      fact.source === "callback" &&
      isFinalStatus(fact.status),
  );
  return ends.length === 0 ? null : Math.min(...ends.map(({ at }) => at));
};

/**
 * Who ended a conversation. When the target does, the carrier asks us what comes next while the caller is still there,
 * so that word of the caller's end can only come after; null where neither was told.
 */
const toConversationEnd = (state: CallState): CallSummary["endedBy"] => {
  const attempt = findConversation(state);
  const dial = attempt === undefined ? undefined : findDial(state.decisions, attempt.number);
  if (attempt === undefined || dial === undefined) return null;
  if ((attempt.connectedSeconds ?? 0) >= dial.timeLimitSeconds) return "account";
  const dialEndedAt = findTime(state, `dial-ended:${dial.attempt}`);
  const callerEndAt = toCallerEndAt(state);
  if (dialEndedAt === null || callerEndAt === null) return null;
  return callerEndAt > dialEndedAt ? "target" : "caller";
};

const toEndedBy = (state: CallState, wasHungUp: boolean): CallSummary["endedBy"] => {
  if (state.outcome === null) return null;
  if (wasHungUp) return "operator";
  switch (state.outcome) {
    case "connected":
      return toConversationEnd(state);
    case "abandoned":
      return "caller";
    case "not-connected":
    case "refused":
      return "account";
  }
};

const toIso = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString();

const nowhere = { city: null, state: null, zip: null, country: null };

const toLive = (state: CallState): Pick<CallSummary, "step" | "stepSince"> => {
  if (state.status === "ended") return { step: null, stepSince: null };
  const { step, since } = toStep(state);
  return { step, stepSince: toIso(since) };
};

const toAttempts = ({
  attempts,
}: CallState): Pick<CallSummary, "firstAttemptOutcome" | "lastAttemptOutcome" | "connectedAt"> => ({
  firstAttemptOutcome: attempts.at(0)?.outcome ?? null,
  lastAttemptOutcome: attempts.at(-1)?.outcome ?? null,
  connectedAt: toIso(attempts.find(isBridged)?.connectedAt),
});

const toUnpaid = (state: CallState): Pick<CallSummary, "noRevenueReason" | "noPayoutReason"> => {
  const { whyNoRevenue, whyNoPayout } = summarizeMoney(state);
  return { noRevenueReason: whyNoRevenue?.reason ?? null, noPayoutReason: whyNoPayout?.reason ?? null };
};

/** A call of the list: its row, and what only its fold tells. */
export const toCallSummary = (row: CallRow, state: CallState, wasHungUp: boolean): CallSummary => ({
  ...row,
  ...toLive(state),
  ...toAttempts(state),
  isBlocked: state.decisions.some(({ block }) => block !== undefined),
  place: toWhereabouts({ place: state.arrived?.place ?? nowhere, from: row.caller }),
  attestation: toAttestation(state.arrived?.stirVerstat ?? null),
  arrivedAt: row.arrivedAt.toISOString(),
  endedAt: toIso(row.endedAt?.getTime()),
  endedBy: toEndedBy(state, wasHungUp),
  hasVoicemail: state.voicemails.some(({ status }) => status === "completed"),
  hasRecording: state.recordings.some(({ status }) => status === "completed"),
  revenueMicros: row.revenueMicros.toString(),
  payoutMicros: row.payoutMicros.toString(),
  ...toUnpaid(state),
});
