import { expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createTestLog } from "#live/disk/testing/test-dir.ts";
import { keepTrying } from "./keep-trying.ts";

const failure = "it cannot be opened yet";

test("each failed try is logged, and the work repeated until it succeeds", async () => {
  const clock = createHeldClock();
  const log = createTestLog();
  let tries = 0;
  const work = (): Promise<string> => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error("not yet")) : Promise.resolve("open");
  };
  const opened = keepTrying(work, { clock, log, signal: new AbortController().signal, failure });
  for (const made of [1, 2]) {
    await expect.poll(() => log.lines).toHaveLength(made);
    clock.advance(1_000);
  }
  expect(await opened).toBe("open");
  expect(log.lines).toEqual([failure, failure]);
});

test("what fails because it was given up is no trouble: Ctrl-C while starting writes no error", async () => {
  const log = createTestLog();
  const ending = new AbortController();
  const work = (): Promise<never> => {
    ending.abort(new Error("The server is ending."));
    return Promise.reject(ending.signal.reason as Error);
  };
  const { signal } = ending;
  expect(await keepTrying(work, { clock: createHeldClock(), log, signal, failure })).toBeUndefined();
  expect(log.lines).toEqual([]);
});
