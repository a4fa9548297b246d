import { array, assert, asyncProperty, boolean, integer, tuple } from "fast-check";
import { expect, test } from "vitest";
import { createManualClock } from "./manual-clock.ts";

test("timers run in order of due time, those of one time in the order in which they were set", async () => {
  await assert(
    asyncProperty(array(integer({ min: 0, max: 50 })), async (delays) => {
      const clock = createManualClock({ startAt: 0, quantumMs: 0 });
      const ran: { at: number; order: number }[] = [];
      for (const [order, delay] of delays.entries())
        clock.setTimeout(() => void ran.push({ at: clock.now(), order }), delay);
      await clock.runUntilIdle();
      const expected = delays
        .map((at, order) => ({ at, order }))
        .toSorted((a, b) => a.at - b.at || a.order - b.order);
      expect(ran).toEqual(expected);
    }),
  );
});

test("it stands at whole milliseconds only, and no timer runs too early", async () => {
  const clock = createManualClock({ startAt: 0, quantumMs: 5 });
  const ranAt: number[] = [];
  for (const delayMs of [0.2, 3.325, 7]) clock.setTimeout(() => void ranAt.push(clock.now()), delayMs);
  await clock.runUntilIdle();
  expect(ranAt).toEqual([1, 4, 7]);
});

test("a cleared timer never runs", async () => {
  await assert(
    asyncProperty(array(tuple(integer({ min: 0, max: 20 }), boolean())), async (given) => {
      const clock = createManualClock({ startAt: 0, quantumMs: 3 });
      const ran = new Set<number>();
      const timers = given.map(([delay], index) => clock.setTimeout(() => void ran.add(index), delay));
      for (const [index, timer] of timers.entries())
        if (given[index]?.[1] === true) clock.clearTimeout(timer);
      await clock.runUntilIdle();
      expect(ran).toEqual(new Set([...given.keys()].filter((index) => given[index]?.[1] === false)));
    }),
  );
});

test("time stands still while the work of a timer goes on, and what is due later waits for it", async () => {
  const clock = createManualClock({ startAt: 0, quantumMs: 0 });
  const seen: string[] = [];
  clock.setTimeout(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`work ends at ${clock.now()}`);
  }, 10);
  clock.setTimeout(() => void seen.push(`next at ${clock.now()}`), 11);
  await clock.advance(20);
  expect(seen).toEqual(["work ends at 10", "next at 11"]);
  expect(clock.now()).toBe(20);
});

test("timers within one quantum run side by side", async () => {
  const clock = createManualClock({ startAt: 0, quantumMs: 5 });
  const seen: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    seen.push(`${name} starts`);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(`${name} ends`);
  };
  clock.setTimeout(work("a"), 10);
  clock.setTimeout(work("b"), 14);
  clock.setTimeout(work("c"), 16);
  await clock.runUntilIdle();
  expect(seen).toEqual(["a starts", "b starts", "a ends", "b ends", "c starts", "c ends"]);
});

test("work that waits for a later timer does not hold the clock for ever", async () => {
  const clock = createManualClock({ startAt: 0, quantumMs: 0, stallMs: 5 });
  let isDone = false;
  clock.setTimeout(async () => {
    await new Promise<void>((resolve) => clock.setTimeout(resolve, 100));
    isDone = true;
  }, 1);
  expect(await clock.advanceUntil(() => isDone, 1000)).toBe(true);
});

test("advancing stops at the asked time, and at the predicate", async () => {
  const clock = createManualClock({ startAt: 1000, quantumMs: 100 });
  let ticks = 0;
  const tick = (): void => {
    ticks += 1;
    clock.setTimeout(tick, 10);
  };
  clock.setTimeout(tick, 10);
  await clock.advance(95);
  expect([clock.now(), ticks]).toEqual([1095, 9]);
  expect(await clock.advanceUntil(() => ticks === 20, 1_000_000)).toBe(true);
  expect(await clock.advanceUntil(() => ticks < 0, 50)).toBe(false);
});
