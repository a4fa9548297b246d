import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity } from "./memory.ts";
import { counters, listCommands, marks, startedAt, targets } from "./testing/capacity-model.ts";

test("counts, refuses, frees and forgets as plain lists of slots and counts would, through restarts", async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(listCommands(), { size: "+1" }), async (run) => {
      const clock = createHeldClock(startedAt);
      await fc.asyncModelRun(
        () => ({
          model: { now: clock.now(), slots: [], counts: [], marks: [], begun: [], stamp: 0 },
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
      places: [{ counter, limit: 7n, by: 1n }],
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
  await capacity.note("account-a", { counts: new Map([[daily, 5n]]), marks: new Map() }, []);
  const asked = { accountId: "account-a", targetId: "target-1", holder: "call-1:1", limit: null };
  const places = [
    { counter: hourly, limit: 5n, by: 1n },
    { counter: daily, limit: 5n, by: 1n },
  ];
  const result = await capacity.reserve({ ...asked, places, expiresAt: startedAt + 60_000 });
  expect(result).toEqual({ kind: "refused", by: "cap", counter: daily, used: 5n });
  expect(await capacity.readUsed("account-a", [hourly, daily])).toEqual([0n, 5n]);
  expect(await capacity.readInUse("account-a", ["target-1"])).toEqual([0]);
});

test("money that a call may come to is held as a whole or not at all, and to the micro", async () => {
  const capacity = createMemoryCapacity(createHeldClock(startedAt));
  const counter = "buyer:7:1:revenue:all-time:0";
  const reserve = (call: number, by: bigint) =>
    capacity.reserve({
      accountId: "account-a",
      targetId: "target-1",
      holder: `call-${call}:1`,
      limit: null,
      places: [{ counter, limit: 100_000_000n, by }],
      expiresAt: startedAt + 60_000,
    });
  expect(await reserve(1, 60_000_000n)).toEqual({ kind: "granted", isNew: true });
  expect(await reserve(2, 40_000_001n)).toMatchObject({ by: "cap", used: 60_000_000n });
  expect(await reserve(3, 40_000_000n)).toEqual({ kind: "granted", isNew: true });
  expect(await capacity.readUsed("account-a", [counter])).toEqual([100_000_000n]);
});

test("of many calls at once a buyer gets exactly as many as it takes, whichever of its targets has them", async () => {
  const capacity = createMemoryCapacity(createHeldClock(startedAt));
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      capacity.reserve({
        accountId: "account-a",
        targetId: targets[index % 3] ?? "",
        holder: `call-${index}:1`,
        limit: 5,
        shared: [{ key: "buyer:7", limit: 7 }],
        expiresAt: startedAt + 60_000,
      }),
    ),
  );
  expect(results.filter(({ kind }) => kind === "granted")).toHaveLength(7);
  expect(await capacity.readInUse("account-a", ["buyer:7"])).toEqual([7]);
});

test("checkpoints of the formats before, which knew no counts, marks, money or callers, are still read", async () => {
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
  expect(await after.readUsed("account-a", [counter])).toEqual([3n]);
  expect((await after.readMarks("account-a", marks)).at).toEqual([0, 0, 0]);
  after.restore({ format: 3, slots, counters: [{ accountId: "account-a", counter, count: 2 }], marks: [] });
  expect(await after.readUsed("account-a", [counter])).toEqual([2n]);
  after.restore({ format: 3, slots, counters: [], marks: [] });
  expect(after.callers()).toBe(0);
});

test("a mark of two months ago is left out of the checkpoint", async () => {
  const clock = createHeldClock(startedAt);
  const capacity = createMemoryCapacity(clock);
  const [mark = ""] = marks;
  await capacity.note("account-a", { counts: new Map(), marks: new Map([[mark, startedAt]]) }, []);
  const document = capacity.checkpoint();
  expect(document).toMatchObject({ format: 4, marks: [{ accountId: "account-a", mark, at: startedAt }] });
  clock.advance(62 * 86_400_000);
  expect(capacity.checkpoint()).toMatchObject({ marks: [] });
});

test("a balance that is too small refuses all, and what was held is back when the slot has expired", async () => {
  const clock = createHeldClock(startedAt);
  const capacity = createMemoryCapacity(clock);
  const [counter = ""] = counters;
  const started = { buyerId: 7, micros: 100n, through: 1, calls: new Map<string, bigint>() };
  await capacity.hearLedger("account-a", { kind: "started", start: started });
  const reserve = (holder: string, micros: bigint) =>
    capacity.reserve({
      accountId: "account-a",
      targetId: "target-1",
      holder,
      limit: null,
      places: [{ counter, limit: 5n, by: 1n }],
      balance: { buyerId: 7, micros, credit: 0n },
      expiresAt: startedAt + 60_000,
    });
  expect(await reserve("call-1:1", 60n)).toEqual({ kind: "granted", isNew: true });
  expect(await reserve("call-2:1", 60n)).toEqual({ kind: "refused", by: "balance", balance: 40n });
  expect(await capacity.readUsed("account-a", [counter])).toEqual([1n]);
  expect(await capacity.readInUse("account-a", ["target-1"])).toEqual([1]);
  clock.advance(60_000);
  expect(await capacity.readBalances("account-a", [7])).toEqual([100n]);
});
