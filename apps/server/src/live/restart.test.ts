import { EventEmitter, once } from "node:events";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const entry = createEntry(1, "+12025550100");
const { accountId } = entry.book;
const targets = [createRow(1).targetId, createRow(2).targetId];

type Started = Awaited<ReturnType<typeof startLive>>;

/** Lets one call take one more step of its life: it comes, it rings on, it talks, or it ends. */
const moveCall = async ({ post }: Started, callRef: string, moves: Map<string, string>, word: string) => {
  const step = moves.get(callRef);
  if (step === undefined) {
    moves.set(callRef, readDial((await post(voice, toArrival(callRef))).body).step);
    return;
  }
  if (word === "gone") {
    const fields = { AccountSid: "AC1", CallSid: callRef, CallStatus: "completed" };
    await post("/carriers/twilio/status", fields);
    return;
  }
  if (step === "") return;
  const fields = {
    AccountSid: "AC1",
    CallSid: callRef,
    DialCallStatus: word,
    DialCallSid: `${callRef}-child`,
  };
  moves.set(callRef, readDial((await post(step, fields)).body).step);
};

const snapshotOf = async ({ live, capacity }: Started) => {
  const { contexts } = live.checkpoint();
  const calls = [...contexts.calls].sort((a, b) => (a[0]?.callId ?? "").localeCompare(b[0]?.callId ?? ""));
  return { calls, inUse: await capacity.readInUse(accountId, targets) };
};

test("a checkpoint and the journal after it bring back the same calls and the same slots", async () => {
  const move = fc.record({
    callRef: fc.constantFrom("CA1", "CA2", "CA3", "CA4"),
    word: fc.constantFrom("busy", "no-answer", "completed", "gone"),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(move, { maxLength: 14 }), fc.nat(14), async (history, checkpointAfter) => {
      const before = await startLive({ entries: [entry] });
      const moves = new Map<string, string>();
      let checkpoint: ReturnType<typeof before.live.checkpoint> | null = null;
      for (const [index, { callRef, word }] of history.entries()) {
        if (index === checkpointAfter) checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
        await moveCall(before, callRef, moves, word);
      }
      const { journal, clock } = before;
      const expected = await snapshotOf(before);
      await before.stop();
      const after = await startLive({ entries: [entry], journal, clock, checkpoint });
      expect(await snapshotOf(after)).toEqual(expected);
      await after.stop();
    }),
    { numRuns: 40 },
  );
});

test("a checkpoint taken while an answer waits for the disk loses neither the call nor its slot", async () => {
  const before = await startLive({ entries: [entry] });
  const open = before.journal.hold();
  const answering = before.post(voice, toArrival("CA1"));
  await expect.poll(async () => before.capacity.readInUse(accountId, targets)).toEqual([1, 0]);
  const checkpoint = before.live.checkpoint();
  expect(checkpoint).toMatchObject({ sequence: 0, contexts: { calls: [] } });
  open();
  const answer = await answering;
  await before.stop();

  const after = await startLive({
    entries: [entry],
    journal: before.journal,
    clock: before.clock,
    checkpoint,
  });
  expect((await after.post(voice, toArrival("CA1"))).body).toBe(answer.body);
  expect(await after.capacity.readInUse(accountId, targets)).toEqual([1, 0]);
});

test("a slot whose decision never reached the journal is free after the restart", async () => {
  const before = await startLive({ entries: [entry] });
  const open = before.journal.hold();
  const answering = before.post(voice, toArrival("CA1"));
  await expect.poll(async () => before.capacity.readInUse(accountId, targets)).toEqual([1, 0]);
  const checkpoint = before.live.checkpoint();
  const after = await startLive({ entries: [entry], checkpoint, clock: before.clock });
  expect(await after.capacity.readInUse(accountId, targets)).toEqual([0, 0]);
  open();
  await answering;
});

test("a slot is free after the restart whose decision was refused, and made anew for somebody else", async () => {
  const rows = [createRow(1, { concurrencyMax: 1 }), createRow(2)];
  const entries = [createEntry(1, "+12025550100", { rows })];
  const before = await startLive({ entries });
  const { journal, clock } = before;
  const { append } = journal;
  const disk = new EventEmitter();
  journal.append = async () => {
    await once(disk, "full");
    throw new JournalRefusedError(new Error("the disk is full"));
  };
  const refused = before.post(voice, toArrival("CA1"));
  await expect.poll(async () => before.capacity.readInUse(accountId, targets)).toEqual([1, 0]);
  const checkpoint = before.live.checkpoint();
  disk.emit("full");
  expect((await refused).status).toBe(503);
  journal.append = append;
  await before.post(voice, toArrival("CA2"));
  await before.post(voice, toArrival("CA1"));
  expect(await before.capacity.readInUse(accountId, targets)).toEqual([1, 1]);

  const after = await startLive({ entries, journal, clock, checkpoint });
  expect(await after.capacity.readInUse(accountId, targets)).toEqual([1, 1]);
});

test("when everything but the signed address is lost, the caller gets an apology and no further buyer", async () => {
  const before = await startLive({ entries: [entry] });
  const dial = readDial((await before.post(voice, toArrival("CA1"))).body);
  const after = await startLive({ entries: [entry], clock: before.clock });
  const fields = { AccountSid: "AC1", CallSid: "CA1", DialCallStatus: "busy", DialCallSid: "CA2" };
  const answer = await after.post(dial.step, fields);
  const again = await after.post(dial.step, fields);
  expect(answer.body).toContain("<Say>");
  expect(answer.body).not.toContain("<Dial");
  expect(again.body).toBe(answer.body);
  expect(after.live.counters()["context-missing"]).toBe(1);
  expect(after.journal.records[0]?.events.map(({ key }) => key)).toEqual(["dial-ended:1", "decided:1"]);
});

test("a settled call of which nothing is remembered is left out of the checkpoint, and is not taken for a new one after the restart", async () => {
  const anonymous = { From: "anonymous" };
  const before = await startLive({ entries: [entry] });
  const dial = readDial((await before.post(voice, toArrival("CA1", anonymous))).body);
  await before.post(voice, toArrival("CA4"));
  const fields = { AccountSid: "AC1", CallSid: "CA1", DialCallStatus: "busy", DialCallSid: "CA2" };
  const next = readDial((await before.post(dial.step, fields)).body);
  const last = { ...fields, DialCallSid: "CA3", CallStatus: "completed" };
  await before.post(next.step, last);
  expect(before.live.size().calls).toBe(2);
  const { journal, clock } = before;
  const checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
  expect(checkpoint.contexts.calls).toHaveLength(1);
  const after = await startLive({ entries: [entry], journal, clock, checkpoint });
  expect((await after.post(voice, toArrival("CA1", anonymous))).body).toContain("<Hangup");
  expect((await after.post(voice, toArrival("CA4"))).body).toContain("<Dial");
  expect(journal.records).toHaveLength(before.journal.records.length);
});

test("a checkpoint of the format before, which knew no ended calls, is still read", async () => {
  const before = await startLive({ entries: [entry] });
  const first = await before.post(voice, toArrival("CA1"));
  const { journal, clock } = before;
  const { contexts, ...rest } = before.live.checkpoint();
  const checkpoint = { ...rest, contexts: { format: 1 as const, calls: contexts.calls } };
  const after = await startLive({ entries: [entry], journal, clock, checkpoint });
  expect((await after.post(voice, toArrival("CA1"))).body).toBe(first.body);
});
