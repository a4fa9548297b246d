import { type CallFact, foldCall } from "@ccp/engine";
import { expect, test } from "vitest";
import type { CarrierClient, CarrierLegRecord, CarrierRecordingRecord } from "#carriers/carrier.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { askCarrier } from "./reconcile.ts";
import { createSilentCarrier } from "./testing/start-live.ts";

const toRecord = (ref: string, changes: Partial<CarrierLegRecord> = {}): CarrierLegRecord => ({
  ref,
  parentRef: null,
  to: "+12025550150",
  status: "completed",
  startedAt: 1_000,
  endedAt: 91_000,
  seconds: 80,
  ...changes,
});

type Known = { child?: Partial<CarrierLegRecord>; recording?: Partial<CarrierRecordingRecord> };

/** What is journaled of a call with one child leg and one recording as the carrier has them. */
const ask = async ({ child = {}, recording = {} }: Known): Promise<CallFact[]> => {
  const carrier: CarrierClient = {
    ...createSilentCarrier(),
    findCall: () => Promise.resolve(toRecord("CA1")),
    listChildCalls: () => Promise.resolve([toRecord("CA2", { parentRef: "CA1", ...child })]),
    listRecordings: () =>
      Promise.resolve([
        {
          ref: "RE1",
          isVoicemail: false,
          status: "completed",
          url: "https://example.com/RE1",
          seconds: 80,
          channels: 2,
          ...recording,
        },
      ]),
  };
  const state = foldCall(createSampleCall("5b0f3c1e-7a55-4b3c-9a51-3f1f7d0c2a11").start());
  const word = await askCarrier(() => carrier, state, "CA1");
  if (word.kind !== "known") throw new Error(`The carrier is ${word.kind}.`);
  return word.facts;
};

const toWords = (facts: readonly CallFact[]): string[] =>
  facts.map((fact) => ("status" in fact && "ref" in fact ? `${fact.ref} ${fact.status}` : fact.kind));

test("a finished call is told with all its legs and recordings", async () => {
  expect(toWords(await ask({}))).toEqual(["CA2 completed", "CA1 completed", "RE1 completed"]);
});

test("a leg's end without its seconds is not told yet, nor the call's, so that the carrier is asked again", async () => {
  expect(toWords(await ask({ child: { seconds: null } }))).toEqual(["RE1 completed"]);
  expect(toWords(await ask({ child: { status: "no-answer", seconds: null } }))).toEqual([
    "CA2 no-answer",
    "CA1 completed",
    "RE1 completed",
  ]);
});

test("a finished recording without its length is not told yet", async () => {
  expect(toWords(await ask({ recording: { seconds: null } }))).toEqual(["CA2 completed", "CA1 completed"]);
  expect(toWords(await ask({ recording: { seconds: null, status: "absent" } }))).toContain("RE1 absent");
});

test("a leg that goes on has no time of the carrier's: its record says when it began, not when it was answered", async () => {
  const [talking, over] = await ask({ child: { status: "in-progress", endedAt: null, seconds: null } });
  expect(talking).toMatchObject({ ref: "CA2", status: "in-progress", carrierAt: null });
  expect(over).toMatchObject({ ref: "CA1", carrierAt: 91_000 });
});
