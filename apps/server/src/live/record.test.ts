import { type CallEvent, foldCall, joinEvents } from "@ccp/engine";
import { expect, test } from "vitest";
import { createMemoryCapacity } from "./capacity/memory.ts";
import { createContexts } from "./contexts.ts";
import { createTestLog } from "./disk/testing/test-dir.ts";
import { createHeldClock } from "./drain/testing/held-clock.ts";
import { createSampleCall } from "./drain/testing/sample-call.ts";
import type { JournalRecord } from "./journal/journal.ts";
import { createRecorder } from "./record.ts";
import { createTally } from "./tally.ts";
import { createSwitchedJournal } from "./testing/switched-journal.ts";

const accountId = "5d0e7b1c-55f1-4f0e-8a51-9c5a7b1e0001";

const startRecorder = () => {
  const clock = createHeldClock();
  const journal = createSwitchedJournal();
  const contexts = createContexts({ capacity: createMemoryCapacity(clock), onChange: () => undefined });
  const offered: JournalRecord[] = [];
  const recorder = createRecorder({
    journal,
    contexts,
    booking: {
      offer: (record) => {
        offered.push(record);
      },
      acknowledged: () => Promise.resolve(),
    },
    tally: createTally(),
    clock,
    log: createTestLog(),
  });
  return { recorder, contexts, offered, clock, journal };
};

const startCall = () => {
  const call = createSampleCall(accountId);
  const [arrived, decided] = call.start();
  if (arrived === undefined || decided === undefined)
    throw new Error("A sample call begins with two events.");
  return { call, arrived, decided };
};

test("a call is what the journal says of it, also when only a part of what it was foreseen from is new", async () => {
  const { recorder, contexts, offered } = startRecorder();
  const { arrived, decided } = startCall();
  await recorder.record([arrived]);
  const before = contexts.find(arrived.callId);
  // Told again and earlier, which the journal does not write: the arrival in it stays the first one.
  const events: CallEvent[] = [{ ...arrived, at: arrived.at - 7 }, decided];
  if (before === undefined) throw new Error("The call was not kept.");
  await recorder.record(events, { before, after: joinEvents(before, events) });
  expect(contexts.find(arrived.callId)).toEqual(foldCall(offered.flatMap((record) => record.events)));
});

test("a call that changed while it was written is joined, and not what was foreseen", async () => {
  const { recorder, contexts, offered } = startRecorder();
  const { arrived, decided } = startCall();
  const foreseen = { before: undefined, after: foldCall([arrived]) };
  await Promise.all([recorder.record([decided]), recorder.record([arrived], foreseen)]);
  expect(contexts.find(arrived.callId)).toEqual(foldCall(offered.flatMap((record) => record.events)));
});

test("what a record opens goes on with it, and is what its own events amount to", async () => {
  const { recorder, offered } = startRecorder();
  const { call, arrived, decided } = startCall();
  const opened = foldCall([arrived, decided]);
  await recorder.record([arrived, decided], { before: undefined, after: opened });
  const ended = [call.dialEnded(9_000, 5)];
  await recorder.record(ended, { before: opened, after: joinEvents(opened, ended) });
  expect(offered.map((record) => record.opened)).toEqual([opened, undefined]);
});

test("what was reserved is given back when the write fails, and kept while a late write may still succeed", async () => {
  const { recorder, clock, journal } = startRecorder();
  const { arrived, decided } = startCall();
  let givenBack = 0;
  const toForeseen = (event: CallEvent) => ({
    before: undefined,
    after: foldCall([event]),
    giveBack: () => {
      givenBack += 1;
      return Promise.resolve();
    },
  });
  const open = journal.hold();
  const late = recorder.record([arrived], toForeseen(arrived));
  const refused = expect(late).rejects.toThrow();
  clock.advance(3_000);
  await refused;
  expect(givenBack).toBe(0);
  await expect(recorder.record([decided], toForeseen(decided))).rejects.toThrow();
  expect(givenBack).toBe(1);
  open();
  await expect.poll(() => journal.records.length).toBe(1);
  journal.setRefusing(true);
  const failing = () => recorder.record([decided], toForeseen(decided)).catch(() => givenBack);
  await expect.poll(failing).toBeGreaterThan(1);
});
