import type { Call } from "#calls/call.ts";
import { getLegSeconds, toWholeSeconds } from "#calls/leg-life.ts";
import type { CallStatus, Leg } from "#calls/leg.ts";
import type { Machine } from "#machine.ts";

/** What really happened on one leg. */
export type LegTruth = {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  /** Which of the call's Dials rang it, from 1 on; null for a leg that no Dial made. Those of one Dial rang together or in turn. */
  readonly dial: number | null;
  readonly status: CallStatus;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
  /** From answer to end, rounded as in the callbacks. */
  readonly durationSeconds: number;
  /** Was connected with the other side, for however short a time. */
  readonly isBridged: boolean;
  readonly bridgedMs: number;
  readonly bridgedSeconds: number;
};

/** What really happened in a call, whatever the customer was told of it. */
export type CallTruth = LegTruth & {
  readonly accountSid: string;
  readonly direction: Leg["direction"];
  readonly children: readonly LegTruth[];
  /** Valid documents that were run. */
  readonly documents: number;
  readonly faults: number;
  /** Requests answered with a 2xx, as `purpose:legSid`, in the order of the answers. */
  readonly acknowledged: readonly string[];
  /** Nothing of the call is still to come, callbacks included. */
  readonly isOver: boolean;
};

export const toCallTruth = (machine: Machine, call: Call): CallTruth => ({
  ...toLegTruth(machine, call.root),
  accountSid: call.root.accountSid,
  direction: call.root.direction,
  children: call.legs.slice(1).map((leg) => toLegTruth(machine, leg)),
  documents: call.documents,
  faults: call.faults,
  acknowledged: call.acknowledged,
  isOver: call.isOver,
});

const toLegTruth = (machine: Machine, leg: Leg): LegTruth => ({
  callSid: leg.sid,
  from: leg.from,
  to: leg.to,
  dial: leg.dial ?? null,
  status: leg.status,
  startedAt: leg.createdAt,
  answeredAt: leg.answeredAt ?? null,
  endedAt: leg.endedAt ?? null,
  durationSeconds: getLegSeconds(machine, leg),
  isBridged: leg.isBridged,
  bridgedMs: leg.bridgedMs,
  bridgedSeconds: toWholeSeconds(machine, leg.bridgedMs),
});
