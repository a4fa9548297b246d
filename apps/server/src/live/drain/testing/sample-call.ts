import { randomUUID } from "node:crypto";
import {
  type CallEvent,
  type CallFact,
  type Choice,
  type Conversion,
  type LegStatus,
  toEventKey,
} from "@ccp/engine";

/** When sample calls arrive; epoch ms. */
export const arrivedAt = 1_767_225_600_000;

export type SampleCall = {
  accountId: string;
  callId: string;
  /** A fact of this call, told `afterMs` after its arrival. */
  tell(afterMs: number, fact: CallFact): CallEvent;
  /** Arrival and the decision to dial: 30.00 of revenue after 30 s, 20.00 of payout after 60 s. */
  start(): CallEvent[];
  leg(afterMs: number, status: LegStatus, more?: Partial<Extract<CallFact, { kind: "leg" }>>): CallEvent;
  /** The caller's own leg. */
  caller(afterMs: number, status: LegStatus): CallEvent;
  dialEnded(afterMs: number, seconds: number): CallEvent;
  converted(afterMs: number): CallEvent;
};

const dial: Extract<Choice, { kind: "dial" }> = {
  kind: "dial",
  attempt: 1,
  row: 0,
  targetId: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0001",
  buyerId: 7,
  destination: { kind: "phone", address: "+12025550150" },
  ringTimeoutSeconds: 20,
  timeLimitSeconds: 3600,
  callerId: "+12025550142",
  record: false,
  terms: {
    currency: "USD",
    revenueMicros: "30000000",
    revenueAfterSeconds: 30,
    payoutMicros: "20000000",
    payoutAfterSeconds: 60,
  },
};

/** Builds the events of one call, dialled once, of a plan with this many rows; `agentId` is who was dialled. */
export const createSampleCall = (
  accountId: string,
  {
    rows = 1,
    callId = randomUUID(),
    conversion,
    agentId,
  }: { rows?: number; callId?: string; conversion?: Conversion; agentId?: string } = {},
): SampleCall => {
  const tell = (afterMs: number, fact: CallFact): CallEvent => ({
    key: toEventKey(fact),
    accountId,
    callId,
    at: arrivedAt + afterMs,
    fact,
  });
  const ref = (leg: string) => `CA${leg}${callId.replaceAll("-", "").slice(0, 30)}`;
  const leg: SampleCall["leg"] = (afterMs, status, more = {}) =>
    tell(afterMs, {
      kind: "leg",
      ref: ref("b1"),
      parentRef: ref("a0"),
      attempt: 1,
      status,
      seconds: null,
      sequence: null,
      carrierAt: null,
      sipCode: null,
      source: "callback",
      ...more,
    });
  return {
    accountId,
    callId,
    tell,
    leg,
    caller: (afterMs, status) => leg(afterMs, status, { ref: ref("a0"), parentRef: null, attempt: null }),
    start: () => [
      tell(0, {
        kind: "arrived",
        carrierAccountId: 1,
        carrierAccountRef: "ACfacade",
        carrierCallRef: ref("a0"),
        from: "+12025550142",
        to: "+12025550100",
        numberId: 3,
        campaignId: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0002",
        publisherId: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0003",
        place: { city: "WASHINGTON", state: "DC", zip: "20001", country: "US" },
        stirVerstat: null,
        currency: "USD",
      }),
      tell(0, {
        kind: "decided",
        step: 0,
        bookRevision: 1,
        engineVersion: 1,
        seed: callId,
        reasons: `C${"E".repeat(rows - 1)}`,
        inUse: Array.from({ length: rows }, () => 0),
        choice: {
          ...dial,
          ...(conversion !== undefined && { terms: { ...dial.terms, conversion } }),
          ...(agentId !== undefined && { targetId: agentId, buyerId: null, wrapUpSeconds: 30 }),
        },
      }),
    ],
    dialEnded: (afterMs, seconds) =>
      tell(afterMs, {
        kind: "dial-ended",
        attempt: 1,
        childRef: ref("b1"),
        status: "completed",
        seconds,
        bridged: true,
      }),
    converted: (afterMs) => tell(afterMs, { kind: "converted", attempt: 1 }),
  };
};

/** A call that talks for 90 s: every callback that a carrier sends of it. */
export const tellWholeCall = (call: SampleCall): CallEvent[] => [
  ...call.start(),
  call.leg(500, "initiated"),
  call.leg(1_000, "ringing"),
  call.leg(5_000, "in-progress"),
  call.caller(5_000, "in-progress"),
  call.converted(65_000),
  call.leg(95_000, "completed", { seconds: 90 }),
  call.dialEnded(95_100, 90),
  call.caller(95_200, "completed"),
];
