import { EventEmitter, once } from "node:events";
import type { CampaignBook, RepeatRules } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity, type MemoryCapacity } from "./capacity/memory.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";
const number = "12025550142";

const treatsAlike: RepeatRules = {
  spam: { kind: "off" },
  report: { kind: "off" },
  returning: { kind: "normal" },
  anonymous: "take",
};

const createBook = (changes: Partial<CampaignBook>) => createEntry(1, "+12025550100", changes);

const refusesSpam = createBook({
  repeats: { ...treatsAlike, spam: { kind: "within", seconds: 30 } },
  rows: [createRow(1)],
});

const onceOnly = { after: "connected", window: { kind: "ever" } } as const;
const protects = createBook({
  rows: [1, 2].map((index) => createRow(index, { buyerId: 7, protection: { target: onceOnly } })),
});

type Started = Awaited<ReturnType<typeof startLive>>;

const call = async ({ post }: Started, callRef: string, from = `+${number}`) =>
  readDial((await post(voice, toArrival(callRef, { From: from }))).body).number;

/** All of so many calls have read what is known of their caller before any of them goes on. */
const startSlow = (entry: ReturnType<typeof createBook>, calls: number) => {
  const clock = createHeldClock();
  const capacity = createMemoryCapacity(clock);
  const gate = new EventEmitter();
  const opened = once(gate, "open");
  let asked = 0;
  const slow: MemoryCapacity = {
    ...capacity,
    readCaller: async (asking) => {
      const read = await capacity.readCaller(asking);
      asked += 1;
      if (asked === calls) gate.emit("open");
      await opened;
      return read;
    },
  };
  return startLive({ entries: [entry], clock, more: { capacity: slow } });
};

test("of a caller's calls at once exactly one is not too soon", async () => {
  const live = await startLive({ entries: [refusesSpam] });
  const open = live.journal.hold();
  const calling = Promise.all(Array.from({ length: 8 }, (_, index) => call(live, `CA${index}`)));
  await expect.poll(() => live.live.size().inFlight).toBe(8);
  open();
  expect((await calling).filter((phone) => phone !== "")).toHaveLength(1);
  live.clock.advance(30_000);
  expect(await call(live, "CA-later")).not.toBe("");
});

test("a target that takes nobody twice is never offered two calls of one caller at once", async () => {
  const live = await startSlow(protects, 3);
  const phones = await Promise.all(["CA1", "CA2", "CA3"].map((callRef) => call(live, callRef)));
  const [first, second] = [1, 2].map((index) => createRow(index).destination.address);
  expect(phones.toSorted()).toEqual(["", first, second]);
});

test("callers who withhold their number, and others, are nobody's repeats", async () => {
  const live = await startLive({ entries: [protects] });
  const phones: string[] = [];
  for (const from of ["anonymous", "anonymous", "+12025550143", "+12025550144"]) {
    phones.push(await call(live, `CA${phones.length}`, from));
  }
  expect(new Set(phones)).toEqual(new Set([createRow(1).destination.address]));
});

test("a call whose arrival was not recorded is not remembered", async () => {
  const live = await startLive({ entries: [refusesSpam] });
  live.journal.setRefusing(true);
  expect((await live.post(voice, toArrival("CA1"))).status).toBe(503);
  live.journal.setRefusing(false);
  expect(await call(live, "CA2")).not.toBe("");
});

const fail = () => Promise.reject(new Error("Nobody asked."));

test("an account in which nobody asks has nothing read, and remembers all the same", async () => {
  const capacity = createMemoryCapacity(createHeldClock());
  const closed = { ...capacity, readCaller: fail, claimCaller: fail, unclaimCaller: fail };
  const entry = createBook({ rows: [createRow(1)] });
  const live = await startLive({ entries: [entry], more: { capacity: closed } });
  expect(await call(live, "CA1")).not.toBe("");
  const { accountId } = entry.book;
  expect(await capacity.readCaller({ accountId, number, but: "" })).toHaveLength(1);
});

const entry = createBook({
  repeats: { ...treatsAlike, report: { kind: "ever" } },
  rows: [1, 2].map((index) => createRow(index, { protection: { target: onceOnly } })),
});

const listRemembered = ({ capacity }: Started) => {
  const { accountId } = entry.book;
  return Promise.all(
    [number, "12025550143"].map((each) => capacity.readCaller({ accountId, number: each, but: "" })),
  );
};

const say = async ({ post }: Started, callRef: string, dial: ReturnType<typeof readDial>, word: string) => {
  const of = { AccountSid: "AC1", CallSid: callRef };
  const child = { AccountSid: "AC1", CallSid: `${dial.number}-${callRef}`, ParentCallSid: callRef };
  if (word === "gone") {
    await post("/carriers/twilio/status", { ...of, CallStatus: "completed", CallDuration: "80" });
  } else if (word === "child gone") {
    await post(dial.status, { ...child, CallStatus: "completed", CallDuration: "70" });
  } else if (word === "answered") {
    await post(dial.status, { ...child, CallStatus: "in-progress" });
  } else {
    const seconds = word === "completed" ? "70" : "0";
    const ended = { DialCallStatus: word, DialCallSid: child.CallSid, DialCallDuration: seconds };
    await post(dial.step, { ...of, ...ended, DialBridged: String(word === "completed") });
  }
};

test("a checkpoint at any record and the journal after it bring back the same memory of callers", async () => {
  const anyMove = fc.tuple(
    fc.constantFrom("CA1", "CA2", "CA3", "CA4"),
    fc.constantFrom("busy", "completed", "answered", "child gone", "gone"),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyMove, { maxLength: 20 }), fc.nat(20), async (history, checkpointAfter) => {
      const before = await startLive({ entries: [entry] });
      const dials = new Map<string, ReturnType<typeof readDial>>();
      let checkpoint: ReturnType<typeof before.live.checkpoint> | null = null;
      for (const [index, [callRef, word]] of history.entries()) {
        if (index === checkpointAfter) checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
        before.clock.advance(1_000);
        const dial = dials.get(callRef);
        const From = callRef === "CA4" ? "+12025550143" : `+${number}`;
        if (dial === undefined) {
          dials.set(callRef, readDial((await before.post(voice, toArrival(callRef, { From }))).body));
        } else if (dial.step !== "") await say(before, callRef, dial, word);
      }
      const expected = await listRemembered(before);
      await before.stop();
      const { journal, clock } = before;
      const after = await startLive({ entries: [entry], journal, clock, checkpoint });
      expect(await listRemembered(after)).toEqual(expected);
      await after.stop();
    }),
    { numRuns: 40 },
  );
});

test("a late word that takes a settled call's conversation back is remembered, before and after a restart", async () => {
  const before = await startLive({ entries: [entry] });
  const { journal, clock } = before;
  const dial = readDial((await before.post(voice, toArrival("CA1"))).body);
  for (const word of ["answered", "child gone", "gone"]) await say(before, "CA1", dial, word);
  expect((await listRemembered(before))[0]).toMatchObject([{ dials: [{ standing: "converted" }] }]);
  const checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
  await say(before, "CA1", dial, "busy");
  const expected = await listRemembered(before);
  expect(expected[0]).toMatchObject([{ dials: [] }]);
  const after = await startLive({ entries: [entry], journal, clock, checkpoint });
  expect(await listRemembered(after)).toEqual(expected);
});
