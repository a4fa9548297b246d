import { foldCall, type CallEvent } from "@ccp/engine";
import { expect, test } from "vitest";
import { createEntry } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const status = "/carriers/twilio/status";
const entry = createEntry(1, "+12025550100", { recording: "from-answer" });

const toProgress = (callStatus: string, changes: Record<string, string> = {}) => ({
  AccountSid: "AC1",
  CallSid: "CA2",
  ParentCallSid: "CA1",
  CallStatus: callStatus,
  ...changes,
});

test("callbacks of both legs are noted, repeated ones once, and give the same call in any order", async () => {
  const outcomes: unknown[] = [];
  for (const isReversed of [false, true]) {
    const { post, journal, live } = await startLive({ entries: [entry] });
    const dial = readDial((await post(voice, toArrival("CA1"))).body);
    const callbacks: [string, Record<string, string>][] = [
      [dial.status, toProgress("ringing")],
      [dial.status, toProgress("in-progress", { Timestamp: "Thu, 01 Jan 2026 00:00:05 +0000" })],
      [
        dial.status,
        toProgress("completed", { CallDuration: "61", Timestamp: "Thu, 01 Jan 2026 00:01:06 +0000" }),
      ],
      [status, { AccountSid: "AC1", CallSid: "CA1", CallStatus: "completed", CallDuration: "70" }],
    ];
    if (isReversed) callbacks.reverse();
    for (const [url, fields] of [...callbacks, ...callbacks]) {
      expect((await post(url, fields)).status).toBe(204);
    }
    const events: CallEvent[] = journal.records.flatMap((record) => [...record.events]);
    expect(events).toHaveLength(2 + callbacks.length);
    const state = foldCall(events);
    expect(state.attempts[0]).toMatchObject({ outcome: "completed", connectedSeconds: 61 });
    outcomes.push({ status: state.status, outcome: state.outcome, attempts: state.attempts });
    expect(live.counters()["noted"]).toBe(2 * callbacks.length);
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
});

test("a recording is noted under its call, and only under its own", async () => {
  const { post, journal } = await startLive({ entries: [entry] });
  const dial = readDial((await post(voice, toArrival("CA1"))).body);
  const fields = { AccountSid: "AC1", CallSid: "CA1", RecordingSid: "RE1", RecordingStatus: "completed" };
  expect((await post(dial.recording, fields)).status).toBe(204);
  expect((await post(dial.recording, { ...fields, CallSid: "CA9" })).status).toBe(403);
  expect(journal.records.at(-1)?.events[0]?.key).toBe("recording:RE1:completed");
});

test("junk is answered, counted and kept out of the journal", async () => {
  const { post, journal, live } = await startLive({ entries: [entry] });
  expect((await post(status, toProgress("exploded"))).status).toBe(204);
  expect((await post(status, toProgress("ringing"))).status).toBe(204);
  expect((await post(status, { AccountSid: "AC1" })).status).toBe(204);
  expect(journal.records).toEqual([]);
  expect(live.counters()).toEqual({
    "junk.unknown-status": 1,
    "junk.child-without-state": 1,
    "junk.no-call": 1,
  });
});

test("a word about a call that is long gone is journaled and brings nothing back to memory", async () => {
  const { post, journal, live } = await startLive({ entries: [entry] });
  expect((await post(status, { AccountSid: "AC1", CallSid: "CA8", CallStatus: "completed" })).status).toBe(
    204,
  );
  expect(journal.records).toHaveLength(1);
  expect(live.size().calls).toBe(0);
});
