import type { CampaignBook } from "#book.ts";
import { isBridged } from "#call/attempt.ts";
import { listLegs, type DialChoice } from "#call/dial-leg.ts";
import type { DialLeg } from "#call/event.ts";
import type { CallState } from "#call/state.ts";
import { findConverted, settle } from "#settle/settle.ts";
import { findEndedAt } from "#strategy/list-marks.ts";
import type { Trial } from "#trial/trial.ts";

/** Revenue and payout, in micros. */
export type Money = { revenueMicros: bigint; payoutMicros: bigint };

/** One leg that was dialled, and what came of it; times are epoch ms. */
export type PastDial = {
  leg: DialLeg;
  at: number;
  endedAt: number;
  isConnected: boolean;
  hasConverted: boolean;
  connectedSeconds: number;
  revenueMicros: bigint;
};

/** A call that is over: its first decision with all inputs, and what became of the call. */
export type PastCall = Trial & Money & { callId: string; dials: readonly PastDial[] };

const sumOf = (state: CallState, kind: "revenue" | "payout"): bigint =>
  settle(state).reduce((sum, each) => (each.kind === kind ? sum + each.amountMicros : sum), 0n);

const toPastDial = (
  state: CallState,
  { leg, dial }: { leg: DialLeg; dial: DialChoice },
  revenueMicros: bigint,
): PastDial[] => {
  const attempt = state.attempts.find(({ number }) => number === leg.attempt);
  if (attempt === undefined) return [];
  const { dialledAt: at } = attempt;
  const endedAt = findEndedAt(state, attempt, dial.attempt) ?? state.endedAt ?? at;
  const hasConverted = findConverted(state)?.number === leg.attempt;
  return [
    {
      leg,
      at,
      endedAt: Math.max(at, endedAt),
      isConnected: isBridged(attempt),
      hasConverted,
      connectedSeconds: attempt.connectedSeconds ?? 0,
      revenueMicros: hasConverted ? revenueMicros : 0n,
    },
  ];
};

/**
 * What a dry run needs of a call that is over. `campaign` is the one by which it was first decided, null where that is
 * not known any more. Undefined where the call's arrival or first decision is unknown.
 */
export const toPastCall = (state: CallState, campaign: CampaignBook | null): PastCall | undefined => {
  const { callId, arrived, decisions, events } = state;
  const decided = decisions.find(({ step }) => step === 0);
  const at = events.find(({ key }) => key === "decided:0")?.at;
  if (arrived === null || decided === undefined || at === undefined) return undefined;
  const revenueMicros = sumOf(state, "revenue");
  const dials = listLegs(decisions).flatMap((each) => toPastDial(state, each, revenueMicros));
  return {
    callId,
    campaign,
    arrived,
    at,
    decided,
    dials,
    revenueMicros,
    payoutMicros: sumOf(state, "payout"),
  };
};
