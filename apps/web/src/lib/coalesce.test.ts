import { expect, test } from "vitest";
import { coalesce } from "./coalesce.ts";

const setUp = () => {
  let runs = 0;
  let wake: (() => void) | null = null;
  let rested: (() => void) | null = null;
  const resting = () => new Promise<void>((resolve) => (rested = resolve));
  const ask = coalesce(
    () => {
      runs += 1;
      return Promise.resolve();
    },
    (task) => {
      wake = task;
      rested?.();
    },
  );
  return { ask, resting, wake: () => wake?.(), getRuns: () => runs };
};

test("however often work is asked for while it runs or rests, it runs once more", async () => {
  const { ask, resting, wake, getRuns } = setUp();
  const first = resting();
  ask();
  ask();
  ask();
  expect(getRuns()).toBe(1);
  await first;
  const second = resting();
  wake();
  expect(getRuns()).toBe(2);
  await second;
  wake();
  expect(getRuns()).toBe(2);
});

test("work asked for after a rest runs at once", async () => {
  const { ask, resting, wake, getRuns } = setUp();
  const first = resting();
  ask();
  await first;
  wake();
  ask();
  expect(getRuns()).toBe(2);
});
