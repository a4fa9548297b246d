import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { createEnding } from "./ending.ts";

const log = pino({ level: "silent" });

const hang = () => new Promise<void>(() => undefined);

const create = (close: () => Promise<void>) => {
  const codes: number[] = [];
  return { codes, ...createEnding({ close, exit: (code) => codes.push(code), log }) };
};

test("whoever is asked to end twice closes once and ends well", async () => {
  const close = vi.fn(() => Promise.resolve());
  const { codes, end } = create(close);
  await Promise.all([end(), end()]);
  expect(close).toHaveBeenCalledTimes(1);
  expect(codes).toEqual([0]);
});

test("a close that fails ends the process all the same, as a failure", async () => {
  const { codes, end } = create(() => Promise.reject(new Error("the disk is gone")));
  await end();
  expect(codes).toEqual([1]);
});

test("a close that hangs is given up: 20 seconds when asked to end, 5 after an error", async () => {
  vi.useFakeTimers();
  try {
    const asked = create(hang);
    const ended = asked.end();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(asked.codes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await ended;
    expect(asked.codes).toEqual([1]);
    const failing = create(hang);
    const failed = failing.fail(new Error("nobody caught this"), "an error");
    await vi.advanceTimersByTimeAsync(5_000);
    await failed;
    expect(failing.codes).toEqual([1]);
  } finally {
    vi.useRealTimers();
  }
});

test("after an error that nobody caught, all is closed and the process ends as a failure", async () => {
  const close = vi.fn(() => Promise.resolve());
  const { codes, fail } = create(close);
  await fail(new Error("nobody caught this"), "an error");
  expect(close).toHaveBeenCalledTimes(1);
  expect(codes).toEqual([1]);
});
