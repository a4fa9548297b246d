import type { CallEvent } from "@ccp/engine";
import { foldCall } from "@ccp/engine";
import { expect, test } from "vitest";
import { createSampleCall, tellWholeCall, type SampleCall } from "#live/drain/testing/sample-call.ts";
import type { CallRow } from "./calls.views.ts";
import { toCallSummary } from "./to-call-summary.ts";

const call = createSampleCall("0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0009");

const row = { arrivedAt: new Date(0), endedAt: null, revenueMicros: 0n, payoutMicros: 0n } as CallRow;

const summarize = (events: readonly CallEvent[], wasHungUp = false) =>
  toCallSummary(row, foldCall(events), wasHungUp);

const talk = (after: (call: SampleCall) => CallEvent[]): CallEvent[] => [
  ...call.start(),
  call.leg(5_000, "in-progress"),
  call.caller(5_000, "in-progress"),
  ...after(call),
];

test.each<[string, CallEvent[], string | null]>([
  ["the target, when the carrier asked on before it told of the caller's end", tellWholeCall(call), "target"],
  [
    "the caller, when their end was told with the dial's or before",
    talk(({ caller, dialEnded }) => [caller(95_000, "completed"), dialEnded(95_000, 90)]),
    "caller",
  ],
  [
    "nobody knows, when the dial's end was never told",
    talk(({ caller }) => [caller(95_000, "completed")]),
    null,
  ],
  [
    "the account, when the time for a conversation was up",
    talk(({ caller, dialEnded }) => [dialEnded(3_605_000, 3600), caller(3_606_000, "completed")]),
    "account",
  ],
  [
    "the caller, when nobody had taken the call yet",
    [...call.start(), call.caller(9_000, "completed")],
    "caller",
  ],
])("a call was ended by %s", (_name, events, endedBy) => {
  expect(summarize(events).endedBy).toBe(endedBy);
  expect(summarize(events, true).endedBy).toBe("operator");
});

test("a call that goes on was ended by nobody, even when somebody has asked for its end", () => {
  expect(summarize(call.start(), true).endedBy).toBeNull();
});

test("a call tells how its attempts went and why it earned nothing", () => {
  const short = talk(({ leg, caller, dialEnded }) => [
    leg(15_000, "completed", { seconds: 10 }),
    dialEnded(15_100, 10),
    caller(15_200, "completed"),
  ]);
  expect(summarize(short)).toMatchObject({
    firstAttemptOutcome: "completed",
    lastAttemptOutcome: "completed",
    noRevenueReason: "too-short",
    hasRecording: false,
    place: { state: "DC" },
  });
});
