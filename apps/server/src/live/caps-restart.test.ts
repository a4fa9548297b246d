import { toEventKey, type Strategy } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const caps = {
  list: [
    { on: "dialled", period: "hour", limit: 100 },
    { on: "connected", period: "day", limit: 3 },
    { on: "converted", period: "all-time", limit: 3 },
    { on: "converted", period: "month", limit: 3, mode: "at-conversion" },
  ],
  generation: 1,
  timeZone: "America/New_York",
} as const;

const toEntry = (strategy: Strategy) =>
  createEntry(1, "+12025550100", {
    rows: [createRow(1, { caps, priority: 1 }), createRow(2, { caps, priority: 1 })],
    strategies: { "1": strategy },
    expectations: { "1": { unit: "hours", count: 2, trainingCalls: 1 } },
  });

const entry = toEntry("round-robin");

const buyerCaps = {
  list: [
    { on: "revenue", period: "day", micros: "50000000" },
    { on: "revenue", period: "month", micros: "50000000", mode: "at-conversion" },
  ],
  generation: 2,
  timeZone: "America/Chicago",
} as const;

/** Caps of every owner, on calls and money, shared calls at once, and rates. */
const everybody = createEntry(1, "+12025550100", {
  rows: [1, 2].map((index) =>
    createRow(index, {
      caps,
      buyerCaps,
      buyerId: 7,
      buyerConcurrencyMax: 3,
      priority: 1,
      rate: { calls: 2, per: index === 1 ? "minute" : "second" },
    }),
  ),
  strategies: { "1": "round-robin" },
  caps: { ...caps, generation: 3 },
});

type Started = Awaited<ReturnType<typeof startLive>>;
type Dial = ReturnType<typeof readDial>;

const say = async ({ post }: Started, callRef: string, dial: Dial, word: string): Promise<Dial> => {
  const call = { AccountSid: "AC1", CallSid: callRef };
  const child = { AccountSid: "AC1", CallSid: `${dial.number}-${callRef}`, ParentCallSid: callRef };
  if (word === "gone") {
    await post("/carriers/twilio/status", { ...call, CallStatus: "completed", CallDuration: "80" });
  } else if (word === "answered") {
    await post(dial.status, { ...child, CallStatus: "in-progress" });
  } else if (word === "child gone") {
    await post(dial.status, { ...child, CallStatus: "completed", CallDuration: "70" });
  } else {
    const DialCallDuration = word === "completed" ? "70" : "0";
    const ended = { ...call, DialCallStatus: word, DialCallSid: child.CallSid, DialCallDuration };
    const next = readDial(
      (await post(dial.step, { ...ended, DialBridged: String(word === "completed") })).body,
    );
    if (next.step !== "") return next;
  }
  return dial;
};

/** Lets a call come or hear of it, or lets time pass, and waits for what was due. */
const move = async (live: Started, dials: Map<string, Dial>, callRef: string, word: string | number) => {
  if (typeof word === "number") {
    live.clock.advance(word * 1000);
    // What is due is done in steps of its own, each waiting for the journal in memory.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return;
  }
  const dial = dials.get(callRef);
  if (dial === undefined) dials.set(callRef, readDial((await live.post(voice, toArrival(callRef))).body));
  else if (dial.step !== "") dials.set(callRef, await say(live, callRef, dial, word));
};

const listCounted = ({ live }: Started) => {
  const { capacity } = live.checkpoint();
  if (capacity.format !== 4) throw new Error("This format is no longer written.");
  return capacity.counters.toSorted((a, b) => a.counter.localeCompare(b.counter));
};

const listMarked = ({ live }: Started) => {
  const { capacity } = live.checkpoint();
  if (capacity.format !== 4) throw new Error("This format is no longer written.");
  return capacity.marks.toSorted((a, b) => a.mark.localeCompare(b.mark));
};

const toSorted = (items: readonly object[]): string[] =>
  items.map((item) => JSON.stringify(item)).toSorted((a, b) => a.localeCompare(b));

const listAll = (started: Started) => {
  const { capacity } = started.live.checkpoint();
  if (capacity.format !== 4) throw new Error("This format is no longer written.");
  const counted = listCounted(started);
  const marked = listMarked(started);
  return { counted, marked, slots: toSorted(capacity.slots), begun: toSorted(capacity.begun) };
};

test("a checkpoint at any record and the journal after it bring back the same counts, turns, slots and rates", async () => {
  const anyMove = fc.tuple(
    fc.constantFrom("CA1", "CA2", "CA3", "CA4"),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom("busy", "completed", "answered", "child gone", "gone") },
      { weight: 1, arbitrary: fc.constantFrom(30, 61, 130, 3_600) },
    ),
  );
  const anyEntry = fc.constantFrom(toEntry("round-robin"), toEntry("best-expected-revenue"), everybody);
  const anyHistory = fc.array(anyMove, { maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(anyEntry, anyHistory, fc.nat(24), async (played, history, checkpointAfter) => {
      const before = await startLive({ entries: [played] });
      const dials = new Map<string, Dial>();
      let checkpoint: ReturnType<typeof before.live.checkpoint> | null = null;
      for (const [index, [callRef, word]] of history.entries()) {
        if (index === checkpointAfter) checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
        await move(before, dials, callRef, word);
      }
      const expected = listAll(before);
      await before.stop();
      const { journal, clock } = before;
      const after = await startLive({ entries: [played], journal, clock, checkpoint });
      expect(listAll(after)).toEqual(expected);
      await after.stop();
    }),
    { numRuns: 80 },
  );
});

test("places and turns held by a decision that never reached the journal are free after the restart", async () => {
  const before = await startLive({ entries: [entry] });
  const open = before.journal.hold();
  const answering = before.post(voice, toArrival("CA1"));
  const { accountId } = entry.book;
  const readInUse = () => before.capacity.readInUse(accountId, [createRow(1).targetId]);
  await expect.poll(readInUse).toEqual([1]);
  const checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint()));
  const after = await startLive({ entries: [entry], checkpoint, clock: before.clock });
  expect(listCounted(after)).toEqual([]);
  expect(listMarked(after)).toEqual([]);
  open();
  await answering;
  expect(listMarked(before)).toHaveLength(2);
  expect(listCounted(before).map(({ count }) => count)).toEqual(["1", "1", "1"]);
});

/** A call that is over and settled: its target talked for 70 s by the leg's own word. */
const settle = async (live: Started, dials: Map<string, Dial>) => {
  for (const word of ["comes", "answered", "child gone", "gone"]) await move(live, dials, "CA1", word);
  expect(listCounted(live).map(({ count }) => count)).toEqual(["1", "1", "1", "1"]);
};

const restart = (before: Started, checkpoint: ReturnType<Started["live"]["checkpoint"]>, played = entry) => {
  const { journal, clock } = before;
  return startLive({ entries: [played], journal, clock, checkpoint: JSON.parse(JSON.stringify(checkpoint)) });
};

test("a late word that takes a settled call's conversation back counts once, before and after a restart", async () => {
  const before = await startLive({ entries: [entry] });
  const dials = new Map<string, Dial>();
  await settle(before, dials);
  const checkpoint = before.live.checkpoint();
  await move(before, dials, "CA1", "busy");
  const expected = listCounted(before);
  expect(expected.map(({ count }) => count)).toEqual(["1"]);
  expect(listCounted(await restart(before, checkpoint))).toEqual(expected);
});

test("a word that comes after its call is forgotten changes no count, nor when it is read again", async () => {
  const before = await startLive({ entries: [entry] });
  const dials = new Map<string, Dial>();
  await settle(before, dials);
  const checkpoint = before.live.checkpoint();
  await move(before, dials, "CA1", 120);
  expect(before.live.size().calls).toBe(0);
  await move(before, dials, "CA1", "busy");
  const expected = listCounted(before);
  expect(expected.map(({ count }) => count)).toEqual(["1", "1", "1", "1"]);
  expect(listCounted(await restart(before, checkpoint))).toEqual(expected);
});

const reporting = createEntry(1, "+12025550100", {
  rows: [createRow(1, { caps, conversion: { kind: "webhook" }, revenueAfterSeconds: 0 })],
});

test("a report that comes after its call is forgotten counts once, before and after a restart", async () => {
  const before = await startLive({ entries: [reporting] });
  const dials = new Map<string, Dial>();
  for (const word of ["comes", "answered", "child gone", "gone"]) await move(before, dials, "CA1", word);
  const unreported = listCounted(before);
  expect(unreported.map(({ counter }) => counter.split(":")[3])).toEqual(["connected", "dialled"]);
  const checkpoint = before.live.checkpoint();
  await move(before, dials, "CA1", 121);
  expect(before.live.size().calls).toBe(0);
  const known = before.journal.records.flatMap(({ events }) => events);
  const { accountId, callId } = known[0] ?? { accountId: "", callId: "" };
  const fact = { kind: "reported-conversion", reportKey: "sale-1", micros: null } as const;
  const report = { key: toEventKey(fact), accountId, callId, at: before.clock.now(), fact };
  await before.live.record([...known, report]);
  await before.live.record([...known, report]);
  const expected = listCounted(before);
  expect(expected.map(({ count }) => count)).toEqual(["1", "1", "1", "1"]);
  const { journal, clock } = before;
  for (const kept of [checkpoint, before.live.checkpoint()]) {
    const told = JSON.parse(JSON.stringify(kept));
    const after = await startLive({ entries: [reporting], journal, clock, checkpoint: told });
    expect(listCounted(after)).toEqual(expected);
  }
});

const [rated, unrated] = [
  createRow(1, { concurrencyMax: null, rate: { calls: 3, per: "minute" } }),
  createRow(2, { concurrencyMax: null }),
];

const askWhom = async ({ post }: Started, callRef: string) => {
  const { number } = readDial((await post(voice, toArrival(callRef))).body);
  return number === rated.destination.address ? "rated" : "other";
};

test.each([0, 1, 2])(
  "two dials, %i of them from the checkpoint and the others from the journal, count for their rate until their minute is over",
  async (kept) => {
    const played = createEntry(1, "+12025550100", { rows: [rated, unrated] });
    const before = await startLive({ entries: [played] });
    const checkpoints = [before.live.checkpoint()];
    for (const callRef of ["CA1", "CA2"]) {
      expect(await askWhom(before, callRef)).toBe("rated");
      checkpoints.push(before.live.checkpoint());
      before.clock.advance(20_000);
    }
    await before.stop();
    const after = await restart(before, checkpoints[kept] ?? before.live.checkpoint(), played);
    expect([await askWhom(after, "CA3"), await askWhom(after, "CA4")]).toEqual(["rated", "other"]);
    after.clock.advance(19_999);
    expect(await askWhom(after, "CA5")).toBe("other");
    after.clock.advance(1);
    expect([await askWhom(after, "CA6"), await askWhom(after, "CA7")]).toEqual(["rated", "other"]);
  },
);
