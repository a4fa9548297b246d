import { toCounterExpiry } from "@ccp/engine";
import * as fc from "fast-check";
import { expect } from "vitest";
import { createMemoryCapacity, type MemoryCapacity } from "#live/capacity/memory.ts";
import type { SlotDocument } from "#live/capacity/slot-table.ts";
import type { createHeldClock } from "#live/drain/testing/held-clock.ts";

export const startedAt = 1_700_000_000_000;

/** The rule in its plainest form: a list of slots with their places, and one of counts, looked through from end to end. */
type Model = {
  now: number;
  slots: (SlotDocument & {
    places: { counter: string; by: bigint }[];
    stamp: number;
    marks: string[];
    begun: { key: string; at: number } | null;
  })[];
  counts: { accountId: string; counter: string; by: bigint }[];
  marks: { accountId: string; mark: string; at: number }[];
  begun: { accountId: string; key: string; at: number }[];
  stamp: number;
};
type Real = { clock: ReturnType<typeof createHeldClock>; capacity: MemoryCapacity };
type Command = fc.AsyncCommand<Model, Real>;

const isPast = (at: number, now: number) => Math.ceil(at / 1000) <= Math.floor(now / 1000);

const isFree = (slot: SlotDocument, now: number) => isPast(slot.expiresAt, now);

const countInUse = (model: Model, accountId: string, key: string) =>
  model.slots.filter(
    (slot) =>
      !isFree(slot, model.now) &&
      slot.accountId === accountId &&
      (slot.targetId === key || slot.shared?.includes(key) === true),
  ).length;

/** Dials begun within the second or minute that ends now, those of decisions under way too. */
const countBegun = (model: Model, accountId: string, key: string): number => {
  const since = model.now - (key.endsWith(":second") ? 1000 : 60_000);
  const isCounted = (one: { key: string; at: number }) => one.key === key && one.at > since;
  const told = model.begun.filter((one) => one.accountId === accountId && isCounted(one));
  const held = model.slots.filter(
    (slot) =>
      !isFree(slot, model.now) &&
      slot.accountId === accountId &&
      slot.begun !== null &&
      isCounted(slot.begun),
  );
  return told.length + held.length;
};

const countUsed = (model: Model, accountId: string, counter: string): bigint => {
  if (isPast(toCounterExpiry(counter), model.now)) return 0n;
  const own = <Item extends { accountId: string }>(items: Item[]) =>
    items.filter((item) => item.accountId === accountId);
  const counted = own(model.counts).filter((one) => one.counter === counter);
  const held = own(model.slots)
    .filter((slot) => !isFree(slot, model.now))
    .flatMap(({ places }) => places.filter((place) => place.counter === counter));
  return [...counted, ...held].reduce((sum, { by }) => sum + by, 0n);
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
  places: { counter: string; limit: bigint; by: bigint }[];
  shared: { key: string; limit: number }[];
  rate: { key: string; limit: number } | null;
  /** Each with whether it must be as it was read, and whether it was read long ago. */
  marks: { mark: string; isCompared: boolean; isStale: boolean }[];
};

const isSameSlot = (a: SlotAsk, b: SlotAsk) =>
  a.accountId === b.accountId && a.targetId === b.targetId && a.holder === b.holder;

const toText = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? `${each}n` : each));

const nothingHeld = { places: [], marks: [], begun: null };

const reserving = ({ limit, holdMs, places, shared, rate, marks: asked, ...slot }: Ask): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    const expiresAt = model.now + holdMs;
    model.slots = model.slots.filter((one) => !isFree(one, model.now));
    const inUse = countInUse(model, slot.accountId, slot.targetId);
    const held = model.slots.some((one) => isSameSlot(one, slot));
    const busy = shared.find((one) => countInUse(model, slot.accountId, one.key) >= one.limit);
    const full = places.find(
      (place) => countUsed(model, slot.accountId, place.counter) + place.by > place.limit,
    );
    const begun = rate === null ? 0 : countBegun(model, slot.accountId, rate.key);
    const stamp = Math.max(model.now, model.stamp + 1);
    model.stamp = stamp;
    expect((await capacity.readMarks(slot.accountId, [])).stamp).toBe(stamp);
    const marks = asked.map(({ mark, isCompared, isStale }) => ({
      mark,
      asRead: isCompared ? findLast(model, slot.accountId, mark) - (isStale ? 1 : 0) : null,
    }));
    const changed = asked.find(({ isCompared, isStale }) => isCompared && isStale);
    const offer = { stamp, marks };
    const result = await capacity.reserve({
      ...slot,
      limit,
      expiresAt,
      places,
      shared,
      offer,
      ...(rate !== null && { rate: { ...rate, at: model.now } }),
    });
    if (held) {
      expect(result).toEqual({ kind: "granted", isNew: false });
      return;
    }
    if (limit !== null && inUse >= limit) {
      expect(result).toEqual({ kind: "refused", by: "concurrency", key: slot.targetId, inUse });
      return;
    }
    if (busy !== undefined) {
      const calls = countInUse(model, slot.accountId, busy.key);
      expect(result).toEqual({ kind: "refused", by: "concurrency", key: busy.key, inUse: calls });
      return;
    }
    if (full !== undefined) {
      const used = countUsed(model, slot.accountId, full.counter);
      expect(result).toEqual({ kind: "refused", by: "cap", counter: full.counter, used });
      return;
    }
    if (rate !== null && begun >= rate.limit) {
      expect(result).toEqual({ kind: "refused", by: "rate", begun });
      return;
    }
    if (changed !== undefined) {
      expect(result).toEqual({ kind: "refused", by: "mark", mark: changed.mark });
      return;
    }
    expect(result).toEqual({ kind: "granted", isNew: true });
    model.slots.push({
      ...slot,
      expiresAt,
      shared: shared.map(({ key }) => key),
      places: places.filter(({ counter }) => !isPast(toCounterExpiry(counter), model.now)),
      stamp,
      marks: asked.map(({ mark }) => mark),
      begun: rate === null ? null : { key: rate.key, at: model.now },
    });
  },
  toString: () => `reserve ${toText({ ...slot, limit, holdMs, places, shared, rate, asked })}`,
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
const noting = (
  slot: SlotAsk,
  changes: [string, bigint][],
  marked: [string, number][],
  begunKeys: string[],
): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    const { accountId } = slot;
    const open = changes.filter(([counter]) => !isPast(toCounterExpiry(counter), model.now));
    model.counts.push(...open.map(([counter, by]) => ({ accountId, counter, by })));
    const marks = marked.map(([mark, agoMs]) => [mark, model.now - agoMs] as const);
    model.marks.push(...marks.map(([mark, at]) => ({ accountId, mark, at })));
    model.stamp = Math.max(model.stamp, ...marks.map(([, at]) => at));
    model.slots = model.slots.map((one) => (isSameSlot(one, slot) ? { ...one, ...nothingHeld } : one));
    const begun = begunKeys.map((key) => ({ key, at: model.now }));
    model.begun.push(...begun.map((one) => ({ accountId, ...one })));
    await capacity.note(accountId, { counts: new Map(changes), marks: new Map(marks), begun }, [slot]);
  },
  toString: () => `note ${toText({ ...slot, changes, marked, begunKeys })}`,
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

export const marks = ["turn:campaign:1:target-1", "offered:target-1", "ended:target-1"];

const rateKeys = ["target-1:second", "target-1:minute", "target-2:minute"];
const shares = ["buyer:7", "target-group:nights"];

const accounts = ["account-a", "account-b"];
export const targets = ["target-1", "target-2", "target-3"];

const hourMs = 3_600_000;
export const counters = [
  `target:target-1:1:dialled:hour:${startedAt - 1_800_000}`,
  `target:target-1:1:connected:day:${startedAt - 20 * hourMs}`,
  `target:target-2:1:connected:hour:${startedAt - 24.5 * hourMs}`,
  "target:target-1:1:converted:all-time:0",
];

/** What is held for a decision under way ends with the process: nothing of it is in the journal. */
const restarting = (): Command => ({
  check: () => true,
  run: (model, real) => {
    model.slots = model.slots.map((slot) => ({ ...slot, ...nothingHeld }));
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
      const keys = [...targets, ...shares];
      expect(await capacity.readInUse(accountId, keys)).toEqual(
        keys.map((key) => countInUse(model, accountId, key)),
      );
      expect(await capacity.readBegun(accountId, rateKeys, model.now)).toEqual(
        rateKeys.map((key) => countBegun(model, accountId, key)),
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

/** All that may be done to a capacity, each checked against the model. */
export const listCommands = () => {
  const slot = {
    accountId: fc.constantFrom(...accounts),
    targetId: fc.constantFrom(...targets),
    holder: fc.constantFrom("call-1:1", "call-1:2", "call-2:1", "call-3:1", "call-4:1"),
  };
  const limit = fc.option(fc.nat({ max: 3 }), { nil: null });
  const place = fc.record({
    counter: fc.constantFrom(...counters),
    limit: fc.bigInt({ min: 1n, max: 4n }),
    by: fc.bigInt({ min: 1n, max: 2n }),
  });
  const places = fc.uniqueArray(place, { maxLength: 3, selector: ({ counter }) => counter });
  const change = fc.tuple(fc.constantFrom(...counters), fc.bigInt({ min: -1n, max: 2n }));
  const changes = fc.uniqueArray(change, { maxLength: 3, selector: ([counter]) => counter });
  const mark = fc.constantFrom(...marks);
  const askedMark = fc.record({ mark, isCompared: fc.boolean(), isStale: fc.boolean() });
  const askedMarks = fc.uniqueArray(askedMark, { maxLength: 3, selector: (one) => one.mark });
  const marked = fc.uniqueArray(fc.tuple(mark, fc.nat(5_000)), { maxLength: 2, selector: ([one]) => one });
  const key = fc.constantFrom(...rateKeys);
  const rate = fc.option(fc.record({ key, limit: fc.integer({ min: 1, max: 3 }) }), { nil: null });
  const share = fc.record({ key: fc.constantFrom(...shares), limit: fc.integer({ min: 1, max: 3 }) });
  const shared = fc.uniqueArray(share, { maxLength: 2, selector: (one) => one.key });
  const begun = fc.array(key, { maxLength: 2 });
  const holdMs = fc.integer({ min: 1, max: 20_000 });
  return [
    fc.record({ ...slot, limit, holdMs, places, shared, rate, marks: askedMarks }).map(reserving),
    fc.record(slot).map(releasing),
    fc
      .tuple(fc.record(slot), changes, marked, begun)
      .map(([one, by, set, keys]) => noting(one, by, set, keys)),
    fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constant(3_600_000)).map(advancing),
    fc.constant(0).map(restarting),
    fc.constant(0).map(counting),
  ];
};
