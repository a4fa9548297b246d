import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity, type MemoryCapacity } from "./memory.ts";
import type { SlotDocument } from "./slot-table.ts";

const startedAt = 1_700_000_000_000;

/** The rule in its plainest form: a list of slots, looked through from end to end. */
type Model = { now: number; slots: SlotDocument[] };
type Real = { clock: ReturnType<typeof createHeldClock>; capacity: MemoryCapacity };
type Command = fc.AsyncCommand<Model, Real>;

const isFree = (slot: SlotDocument, now: number) =>
  Math.ceil(slot.expiresAt / 1000) <= Math.floor(now / 1000);

const countInUse = (model: Model, accountId: string, targetId: string) =>
  model.slots.filter(
    (slot) => !isFree(slot, model.now) && slot.accountId === accountId && slot.targetId === targetId,
  ).length;

type Ask = { accountId: string; targetId: string; holder: string; limit: number | null; holdMs: number };

const reserving = ({ limit, holdMs, ...slot }: Ask): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    const expiresAt = model.now + holdMs;
    model.slots = model.slots.filter((one) => !isFree(one, model.now));
    const inUse = countInUse(model, slot.accountId, slot.targetId);
    const held = model.slots.some(
      (one) =>
        one.accountId === slot.accountId && one.targetId === slot.targetId && one.holder === slot.holder,
    );
    const result = await capacity.reserve({ ...slot, limit, expiresAt });
    if (!held && limit !== null && inUse >= limit) {
      expect(result).toEqual({ kind: "refused", inUse });
      return;
    }
    expect(result).toEqual({ kind: "granted" });
    if (!held) model.slots.push({ ...slot, expiresAt });
  },
  toString: () => `reserve ${JSON.stringify({ ...slot, limit, holdMs })}`,
});

const releasing = (slot: Omit<Ask, "limit" | "holdMs">): Command => ({
  check: () => true,
  run: async (model, { capacity }) => {
    model.slots = model.slots.filter(
      (one) =>
        one.accountId !== slot.accountId || one.targetId !== slot.targetId || one.holder !== slot.holder,
    );
    await capacity.release(slot);
  },
  toString: () => `release ${JSON.stringify(slot)}`,
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

const accounts = ["account-a", "account-b"];
const targets = ["target-1", "target-2", "target-3"];

const restarting = (): Command => ({
  check: () => true,
  run: (_model, real) => {
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
    }
  },
  toString: () => "count",
});

test("counts, refuses, frees and forgets as a plain list of slots would, through restarts", async () => {
  const slot = {
    accountId: fc.constantFrom(...accounts),
    targetId: fc.constantFrom(...targets),
    holder: fc.constantFrom("call-1:1", "call-1:2", "call-2:1", "call-3:1", "call-4:1"),
  };
  const limit = fc.option(fc.nat({ max: 3 }), { nil: null });
  const commands = [
    fc.record({ ...slot, limit, holdMs: fc.integer({ min: 1, max: 20_000 }) }).map(reserving),
    fc.record(slot).map(releasing),
    fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constant(3_600_000)).map(advancing),
    fc.constant(0).map(restarting),
    fc.constant(0).map(counting),
  ];
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: "+1" }), async (run) => {
      const clock = createHeldClock(startedAt);
      await fc.asyncModelRun(
        () => ({
          model: { now: clock.now(), slots: [] },
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
