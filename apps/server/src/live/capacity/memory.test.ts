import { toCounterExpiry } from "@ccp/engine";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity, type MemoryCapacity } from "./memory.ts";
import type { SlotDocument } from "./slot-table.ts";

const startedAt = 1_700_000_000_000;

/** The rule in its plainest form: a list of slots with their places, and one of counts, looked through from end to end. */
type Model = {
  now: number;
  slots: (SlotDocument & { places: string[]; stamp: number; marks: string[] })[];
  counts: { accountId: string; counter: string; by: number }[];
  marks: { accountId: string; mark: string; at: number }[];
  stamp: number;
};
type Real = { clock: ReturnType<typeof createHeldClock>; capacity: MemoryCapacity };
type Command = fc.AsyncCommand<Model, Real>;

const isPast = (at: number, now: number) => Math.ceil(at / 1000) <= Math.floor(now / 1000);

const isFree = (slot: SlotDocument, now: number) => isPast(slot.expiresAt, now);

const countInUse = (model: Model, accountId: string, targetId: string) =>
  model.slots.filter(
    (slot) => !isFree(slot, model.now) && slot.accountId === accountId && slot.targetId === targetId,
  ).length;

const countUsed = (model: Model, accountId: string, counter: string): number => {
  if (isPast(toCounterExpiry(counter), model.now)) return 0;
  const own = <Item extends { accountId: string }>(items: Item[]) =>
    items.filter((item) => item.accountId === accountId);
  const counted = own(model.counts).filter((one) => one.counter === counter);
  const held = own(model.slots).filter((slot) => !isFree(slot, model.now) && slot.places.includes(counter));
  return counted.reduce((sum, { by }) => sum + by, 0) + held.length;
};

/** The latest of all that was ever said of it and not withdrawn. */
const findLast = (model: Model, accountId: string, mark: string): number => {
  const set = model.marks.filter((one) => one.accountId === accountId && one.mark === mark);
  const held = model.slots.filter(
    (slot) => !isFree(slot, model.now) && slot.accountId === accountId && slot.marks.includes(mark),
  );
  return Math.max(0, ...set.map(({ at }) => at), ...held.map(({ stamp }) => stamp));
};

type SlotAsk = { accountId: string; targetId: string; holder: string };
type Ask = SlotAsk & {
  limit: number | null;
  holdMs: number;
  places: { counter: string; limit: number }[];
  /** Each with whether it must be as it was read, and whether it was read long ago. */
  marks: { mark: string; isCompared: boolean; isStale: boolean }[];
};

const isSameSlot = (a: SlotAsk, b: SlotAsk) =>
  a.accountId === b.accountId && a.targetId === b.targetId && a.holder === b.holder;

const reserving = ({ limit, holdMs, places, marks: asked, ...slot }: Ask): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    const expiresAt = model.now + holdMs;
    model.slots = model.slots.filter((one) => !isFree(one, model.now));
    const inUse = countInUse(model, slot.accountId, slot.targetId);
    const held = model.slots.some((one) => isSameSlot(one, slot));
    const full = places.find((place) => countUsed(model, slot.accountId, place.counter) >= place.limit);
    const stamp = Math.max(model.now, model.stamp + 1);
    model.stamp = stamp;
    expect((await capacity.readMarks(slot.accountId, [])).stamp).toBe(stamp);
    const marks = asked.map(({ mark, isCompared, isStale }) => ({
      mark,
      asRead: isCompared ? findLast(model, slot.accountId, mark) - (isStale ? 1 : 0) : null,
    }));
    const changed = asked.find(({ isCompared, isStale }) => isCompared && isStale);
    const offer = { stamp, marks };
    const result = await capacity.reserve({ ...slot, limit, expiresAt, places, offer });
    if (held) {
      expect(result).toEqual({ kind: "granted", isNew: false });
      return;
    }
    if (limit !== null && inUse >= limit) {
      expect(result).toEqual({ kind: "refused", by: "concurrency", inUse });
      return;
    }
    if (full !== undefined) {
      const used = countUsed(model, slot.accountId, full.counter);
      expect(result).toEqual({ kind: "refused", by: "cap", counter: full.counter, used });
      return;
    }
    if (changed !== undefined) {
      expect(result).toEqual({ kind: "refused", by: "mark", mark: changed.mark });
      return;
    }
    expect(result).toEqual({ kind: "granted", isNew: true });
    const open = places
      .map(({ counter }) => counter)
      .filter((counter) => !isPast(toCounterExpiry(counter), model.now));
    model.slots.push({ ...slot, expiresAt, places: open, stamp, marks: asked.map(({ mark }) => mark) });
  },
  toString: () => `reserve ${JSON.stringify({ ...slot, limit, holdMs, places, asked })}`,
});

const releasing = (slot: SlotAsk): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    model.slots = model.slots.filter((one) => !isSameSlot(one, slot));
    await capacity.release(slot);
  },
  toString: () => `release ${JSON.stringify(slot)}`,
});

/** The decision of a slot, if it is held, is applied with its counts; or facts come that only change counts and marks. */
const noting = (slot: SlotAsk, changes: [string, number][], marked: [string, number][]): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    const { accountId } = slot;
    const open = changes.filter(([counter]) => !isPast(toCounterExpiry(counter), model.now));
    model.counts.push(...open.map(([counter, by]) => ({ accountId, counter, by })));
    const marks = marked.map(([mark, agoMs]) => [mark, model.now - agoMs] as const);
    model.marks.push(...marks.map(([mark, at]) => ({ accountId, mark, at })));
    model.stamp = Math.max(model.stamp, ...marks.map(([, at]) => at));
    model.slots = model.slots.map((one) => (isSameSlot(one, slot) ? { ...one, places: [], marks: [] } : one));
    await capacity.note(accountId, { counts: new Map(changes), marks: new Map(marks) }, [slot]);
  },
  toString: () => `note ${JSON.stringify({ ...slot, changes, marked })}`,
});

const advancing = (ms: number): Command => ({
  check: () => true,
  run: (model, { clock }) => {
    model.now += ms;
    clock.advance(ms);
    return Promise.resolve();
  },
  toString: () => `advance ${ms} ms`,
});

const marks = ["turn:campaign:1:target-1", "offered:target-1", "ended:target-1"];

const accounts = ["account-a", "account-b"];
const targets = ["target-1", "target-2", "target-3"];

const hourMs = 3_600_000;
const counters = [
  `target:target-1:1:dialled:hour:${startedAt - 1_800_000}`,
  `target:target-1:1:connected:day:${startedAt - 20 * hourMs}`,
  `target:target-2:1:connected:hour:${startedAt - 24.5 * hourMs}`,
  "target:target-1:1:converted:all-time:0",
];

/** What is held for a decision under way ends with the process: nothing of it is in the journal. */
const restarting = (): Command => ({
  check: () => true,
  run: (model, real) => {
    model.slots = model.slots.map((slot) => ({ ...slot, places: [], marks: [] }));
    model.stamp = Math.max(0, ...model.marks.map(({ at }) => at));
    const document: unknown = JSON.parse(JSON.stringify(real.capacity.checkpoint()));
    real.capacity = createMemoryCapacity(real.clock);
    real.capacity.restore(document as ReturnType<MemoryCapacity["checkpoint"]>);
    return Promise.resolve();
  },
  toString: () => "restart",
});

const counting = (): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    for (const accountId of accounts) {
      expect(await capacity.readInUse(accountId, targets)).toEqual(
        targets.map((targetId) => countInUse(model, accountId, targetId)),
      );
      expect(await capacity.readUsed(accountId, counters)).toEqual(
        counters.map((counter) => countUsed(model, accountId, counter)),
      );
      model.stamp = Math.max(model.now, model.stamp + 1);
      expect(await capacity.readMarks(accountId, marks)).toEqual({
        stamp: model.stamp,
        at: marks.map((mark) => findLast(model, accountId, mark)),
      });
    }
  },
  toString: () => "count",
});

test("counts, refuses, frees and forgets as plain lists of slots and counts would, through restarts", async () => {
  const slot = {
    accountId: fc.constantFrom(...accounts),
    targetId: fc.constantFrom(...targets),
    holder: fc.constantFrom("call-1:1", "call-1:2", "call-2:1", "call-3:1", "call-4:1"),
  };
  const limit = fc.option(fc.nat({ max: 3 }), { nil: null });
  const place = fc.record({ counter: fc.constantFrom(...counters), limit: fc.integer({ min: 1, max: 4 }) });
  const places = fc.uniqueArray(place, { maxLength: 3, selector: ({ counter }) => counter });
  const change = fc.tuple(fc.constantFrom(...counters), fc.integer({ min: -1, max: 2 }));
  const changes = fc.uniqueArray(change, { maxLength: 3, selector: ([counter]) => counter });
  const mark = fc.constantFrom(...marks);
  const askedMark = fc.record({ mark, isCompared: fc.boolean(), isStale: fc.boolean() });
  const askedMarks = fc.uniqueArray(askedMark, { maxLength: 3, selector: (one) => one.mark });
  const marked = fc.uniqueArray(fc.tuple(mark, fc.nat(5_000)), { maxLength: 2, selector: ([one]) => one });
  const holdMs = fc.integer({ min: 1, max: 20_000 });
  const commands = [
    fc.record({ ...slot, limit, holdMs, places, marks: askedMarks }).map(reserving),
    fc.record(slot).map(releasing),
    fc.tuple(fc.record(slot), changes, marked).map(([one, by, set]) => noting(one, by, set)),
    fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constant(3_600_000)).map(advancing),
    fc.constant(0).map(restarting),
    fc.constant(0).map(counting),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: "+1" }), async (run) => {
      const clock = createHeldClock(startedAt);
      await fc.asyncModelRun(
        () => ({
          model: { now: clock.now(), slots: [], counts: [], marks: [], stamp: 0 },
          real: { clock, capacity: createMemoryCapacity(clock) },
        }),
        run,
      );
    }),
    { numRuns: 300 },
  );
});

test("of many calls at once exactly as many get a slot as the limit says", async () => {
  const capacity = createMemoryCapacity(createHeldClock(startedAt));
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      capacity.reserve({
        accountId: "account-a",
        targetId: "target-1",
        limit: 7,
        holder: `call-${index}:1`,
        expiresAt: startedAt + 60_000,
      }),
    ),
  );
  expect(results.filter(({ kind }) => kind === "granted")).toHaveLength(7);
});

test("of many calls at once exactly as many get a place as the cap says, and places given back are taken again", async () => {
  const capacity = createMemoryCapacity(createHeldClock(startedAt));
  const [counter = ""] = counters;
  const reserve = (index: number) =>
    capacity.reserve({
      accountId: "account-a",
      targetId: "target-1",
      limit: null,
      places: [{ counter, limit: 7 }],
      holder: `call-${index}:1`,
      expiresAt: startedAt + 60_000,
    });
  const countGranted = async (from: number) => {
    const results = await Promise.all(Array.from({ length: 50 }, (_, index) => reserve(from + index)));
    return results.filter(({ kind }) => kind === "granted").length;
  };
  expect(await countGranted(0)).toBe(7);
  await capacity.release({ accountId: "account-a", targetId: "target-1", holder: "call-3:1" });
  expect(await countGranted(50)).toBe(1);
});

test("a refusal takes neither the slot nor any other place", async () => {
  const capacity = createMemoryCapacity(createHeldClock(startedAt));
  const [hourly = "", daily = ""] = counters;
  await capacity.note("account-a", { counts: new Map([[daily, 5]]), marks: new Map() }, []);
  const asked = { accountId: "account-a", targetId: "target-1", holder: "call-1:1", limit: null };
  const places = [
    { counter: hourly, limit: 5 },
    { counter: daily, limit: 5 },
  ];
  const result = await capacity.reserve({ ...asked, places, expiresAt: startedAt + 60_000 });
  expect(result).toEqual({ kind: "refused", by: "cap", counter: daily, used: 5 });
  expect(await capacity.readUsed("account-a", [hourly, daily])).toEqual([0, 5]);
  expect(await capacity.readInUse("account-a", ["target-1"])).toEqual([0]);
});

test("checkpoints of the formats before, which knew no counts or no marks, are still read", async () => {
  const clock = createHeldClock(startedAt);
  const before = createMemoryCapacity(clock);
  const slot = { accountId: "account-a", targetId: "target-1", holder: "call-1:1" };
  await before.reserve({ ...slot, limit: null, expiresAt: startedAt + 60_000 });
  const { slots } = before.checkpoint();
  const after = createMemoryCapacity(clock);
  after.restore({ format: 1, slots });
  expect(await after.readInUse("account-a", ["target-1"])).toEqual([1]);
  const [counter = ""] = counters;
  after.restore({ format: 2, slots, counters: [{ accountId: "account-a", counter, count: 3 }] });
  expect(await after.readUsed("account-a", [counter])).toEqual([3]);
  expect((await after.readMarks("account-a", marks)).at).toEqual([0, 0, 0]);
});

test("a mark of two months ago is left out of the checkpoint", async () => {
  const clock = createHeldClock(startedAt);
  const capacity = createMemoryCapacity(clock);
  const [mark = ""] = marks;
  await capacity.note("account-a", { counts: new Map(), marks: new Map([[mark, startedAt]]) }, []);
  const document = capacity.checkpoint();
  expect(document).toMatchObject({ format: 3, marks: [{ accountId: "account-a", mark, at: startedAt }] });
  clock.advance(62 * 86_400_000);
  expect(capacity.checkpoint()).toMatchObject({ marks: [] });
});
