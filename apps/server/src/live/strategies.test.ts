import { EventEmitter, once } from "node:events";
import type { Strategy } from "@ccp/engine";
import { expect, test } from "vitest";
import { createMemoryCapacity, type MemoryCapacity } from "#live/capacity/memory.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createEntry, createRow } from "./testing/sample-book.ts";
import { readDial, startLive, toArrival } from "./testing/start-live.ts";

const voice = "/carriers/twilio/voice";

const createRows = () => [1, 2, 3].map((index) => createRow(index, { priority: 1, concurrencyMax: null }));

/** Two campaigns of one account over the same targets: the first by the strategy, behind ...0100, the second by weight. */
const createBook = (strategy: Strategy) => {
  const rows = createRows();
  const expectations = { "1": { unit: "hours", count: 2, trainingCalls: 1 } } as const;
  const changes = strategy === "best-expected-revenue" ? { expectations } : {};
  const entry = createEntry(1, "+12025550100", { rows, strategies: { "1": strategy }, ...changes });
  const { book } = entry;
  const [own] = Object.values(book.campaigns);
  if (own === undefined) throw new Error("The book has no campaign.");
  const { strategies: _, ...rest } = own;
  const other = { ...rest, id: "dddddddd-0000-4000-8000-000000000001", rows: rows.slice(0, 1) };
  const numbers = {
    ...book.numbers,
    "1:+12025550101": { id: 2, campaignId: other.id, publisherId: null },
  };
  const campaigns = { ...book.campaigns, [other.id]: other };
  return { ...entry, book: { ...book, numbers, campaigns } };
};

const start = (strategy: Strategy) => startLive({ entries: [createBook(strategy)] });

/** All of so many calls have read their numbers before any of them goes on, as with a capacity on another machine. */
const startSlow = (strategy: Strategy, calls: number) => {
  const clock = createHeldClock();
  const capacity = createMemoryCapacity(clock);
  const opened = new EventEmitter();
  const open = once(opened, "open");
  let asked = 0;
  const slow: MemoryCapacity = {
    ...capacity,
    readMarks: async (...marks) => {
      const read = await capacity.readMarks(...marks);
      asked += 1;
      if (asked === calls) opened.emit("open");
      await open;
      return read;
    },
  };
  return startLive({ entries: [createBook(strategy)], clock, more: { capacity: slow } });
};

type Started = Awaited<ReturnType<typeof start>>;

const names = new Map([1, 2, 3].map((index) => [createRow(index).destination.address, "ABC"[index - 1]]));

const call = async ({ post }: Started, callRef: string, to = "+12025550100") => {
  const { body } = await post(voice, toArrival(callRef, { To: to }));
  const dial = readDial(body);
  return { ...dial, ref: callRef, who: names.get(dial.number) ?? "nobody" };
};

const end = ({ post }: Started, { step, ref }: { step: string; ref: string }, seconds = "70") =>
  post(step, {
    AccountSid: "AC1",
    CallSid: ref,
    CallStatus: "completed",
    DialCallSid: `${ref}-child`,
    DialCallStatus: "completed",
    DialBridged: "true",
    DialCallDuration: seconds,
  });

const listWho = async (live: Started, count: number, prefix: string): Promise<string> => {
  let who = "";
  for (let index = 0; index < count; index += 1) who += (await call(live, `${prefix}${index}`)).who;
  return who;
};

test("a round robin goes round, whatever the account's other campaigns do with its targets", async () => {
  const live = await start("round-robin");
  expect(await listWho(live, 2, "CA-a")).toBe("AB");
  expect((await call(live, "CA-other", "+12025550101")).who).toBe("A");
  expect(await listWho(live, 5, "CA-b")).toBe("CABCA");
});

test("of many calls at the same moment a round robin gives each as many, however slow the disk is", async () => {
  const live = await startSlow("round-robin", 32);
  const open = live.journal.hold();
  const answering = Array.from({ length: 32 }, (_, index) => call(live, `CA${index}`));
  await expect.poll(() => live.live.checkpoint().capacity.slots.length).toBe(32);
  open();
  const who = (await Promise.all(answering))
    .map((dial) => dial.who)
    .toSorted()
    .join("");
  expect(who).toBe(`${"A".repeat(11)}${"B".repeat(11)}${"C".repeat(10)}`);
});

test("a turn that the journal refused comes again", async () => {
  const live = await start("round-robin");
  await call(live, "CA1");
  live.journal.setRefusing(true);
  expect((await call(live, "CA2")).who).toBe("nobody");
  live.journal.setRefusing(false);
  expect(await listWho(live, 3, "CA-b")).toBe("BCA");
});

test("a pool sends each call to whoever has the fewest in progress, calls of other campaigns included", async () => {
  const live = await start("pool");
  await call(live, "CA-other", "+12025550101");
  const dials = [await call(live, "CA1"), await call(live, "CA2"), await call(live, "CA3")];
  // All have one now but B, of which the first call is over.
  expect(dials.map(({ who }) => who).join("")).toBe("BCA");
  const [first] = dials;
  if (first !== undefined) await end(live, first);
  expect((await call(live, "CA4")).who).toBe("B");
  const decided = live.journal.records.at(-1)?.events.find(({ key }) => key === "decided:0")?.fact;
  expect(decided).toMatchObject({ reasons: "ECE", inUse: [2, 0, 1], choice: { offer: { turns: [] } } });
});

test("of many calls at the same moment a pool gives each as many", async () => {
  const live = await startSlow("pool", 30);
  const who = await Promise.all(Array.from({ length: 30 }, (_, index) => call(live, `CA${index}`)));
  expect(
    who
      .map((dial) => dial.who)
      .toSorted()
      .join(""),
  ).toBe(["A", "B", "C"].map((name) => name.repeat(10)).join(""));
});

test("longest idle goes by when the last call ended, in whichever campaign", async () => {
  const live = await start("longest-idle");
  const pass = () => live.clock.advance(60_000);
  const dials = [await call(live, "CA1"), await call(live, "CA2"), await call(live, "CA3")];
  expect(dials.map(({ who }) => who).join("")).toBe("ABC");
  for (const index of [2, 0, 1]) {
    pass();
    const dial = dials[index];
    if (dial !== undefined) await end(live, dial);
  }
  pass();
  const other = await call(live, "CA-other", "+12025550101");
  pass();
  await end(live, other);
  // C ended first, then A, then B, and A again in the other campaign.
  expect(await listWho(live, 3, "CA-b")).toBe("CBA");
});

test("an account without strategies records nothing of offers", async () => {
  const live = await start("weighted");
  await call(live, "CA1");
  const decided = live.journal.records.at(-1)?.events.find(({ key }) => key === "decided:0")?.fact;
  expect(decided).not.toHaveProperty("recency");
  expect(decided).not.toHaveProperty("choice.offer");
  expect(live.live.checkpoint().capacity).toMatchObject({ marks: [] });
});

test("calls go to whoever earned the most, by the arithmetic that the decision keeps, until its time is over", async () => {
  const live = await start("best-expected-revenue");
  for (const [index, seconds] of ["20", "70", "30"].entries()) {
    await end(live, await call(live, `CA-a${index}`), seconds);
  }
  expect(await listWho(live, 2, "CA-b")).toBe("BB");
  const decided = live.journal.records.at(-1)?.events.find(({ key }) => key === "decided:0")?.fact;
  expect(decided).toMatchObject({
    expected: {
      own: [
        { dialled: 1, connected: 1, converted: 0, revenueMicros: "0" },
        { dialled: 2, connected: 1, converted: 1, revenueMicros: "12500000" },
        { dialled: 1, connected: 1, converted: 0, revenueMicros: "0" },
      ],
    },
  });
  expect(await call(live, "CA-other", "+12025550101")).toMatchObject({ who: "A" });
  live.clock.advance(2 * 3_600_000);
  expect(await listWho(live, 3, "CA-c")).toBe("ACB");
});

test("of many calls at the same moment training gives each as many, and what the journal refused is not counted", async () => {
  const live = await startSlow("best-expected-revenue", 3);
  const who = await Promise.all([1, 2, 3].map((index) => call(live, `CA${index}`)));
  expect(
    who
      .map((dial) => dial.who)
      .toSorted()
      .join(""),
  ).toBe("ABC");
});
