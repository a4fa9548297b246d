import { foldCall, settle, type CampaignBook } from "@ccp/engine";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const start = (changes: Partial<CampaignBook> = {}) =>
  startLive({
    entries: [createEntry(1, "+12025550100", { recoveryMax: 1, dialAttemptsMax: 1, ...changes })],
  });

type Started = Awaited<ReturnType<typeof start>>;

/** The carrier says that a dial is over; the target hung up unless the caller has gone. */
const end = async ({ post }: Started, step: string, seconds: number, CallStatus = "in-progress") => {
  const { body } = await post(step, {
    AccountSid: "AC1",
    CallSid: "CA1",
    CallStatus,
    DialCallSid: `CA1-child-${seconds}`,
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: String(seconds),
  });
  return { ...readDial(body), body };
};

const listEvents = ({ journal }: Started) => journal.records.flatMap(({ events }) => events);

test("a caller whose target hung up too soon is handed to the next, and only that one pays", async () => {
  const live = await start();
  const first = readDial((await live.post(voice, toArrival("CA1"))).body);
  live.clock.advance(12_000);
  const second = await end(live, first.step, 12);
  expect(second.number).toBe(createRow(2).destination.address);
  live.clock.advance(70_000);
  expect((await end(live, second.step, 70)).body).toContain("<Hangup");
  const state = foldCall(listEvents(live));
  expect(state.attempts.map(({ connectedSeconds }) => connectedSeconds)).toEqual([12, 70]);
  expect(settle(state).map(({ kind, debit }) => [kind, debit])).toEqual([["revenue", "buyer:2:receivable"]]);
});

test("a step asked again after the recovery gets the same answer", async () => {
  const live = await start();
  const { step } = readDial((await live.post(voice, toArrival("CA1"))).body);
  const second = await end(live, step, 12);
  expect((await end(live, step, 12)).body).toBe(second.body);
});

test("a caller who hung up is handed to nobody", async () => {
  const live = await start();
  const { step } = readDial((await live.post(voice, toArrival("CA1"))).body);
  expect((await end(live, step, 12, "completed")).body).toContain("<Hangup");
});

test("without the setting the call ends with its first conversation", async () => {
  const live = await startLive({ entries: [createEntry(1, "+12025550100")] });
  const { step } = readDial((await live.post(voice, toArrival("CA1"))).body);
  expect((await end(live, step, 12)).body).toContain("<Hangup");
});
