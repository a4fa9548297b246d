import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createTestDir, createTestLog } from "#live/disk/testing/test-dir.ts";
import type { Epochs } from "./epoch.ts";
import { type HoldOptions, takeHold } from "./take-hold.ts";

/** The epoch's row, shared by all that ask; `isDown` makes it fail, `isSilent` makes it never answer. */
const createRow = () => {
  const row = { epoch: 0, isDown: false, isSilent: false };
  const answer = (change: number): Promise<number> => {
    if (row.isSilent) return new Promise<number>(() => undefined);
    if (row.isDown) return Promise.reject(new Error("connection refused"));
    row.epoch += change;
    return Promise.resolve(row.epoch);
  };
  const epochs: Epochs = { takeEpoch: () => answer(1), readEpoch: () => answer(0) };
  return Object.assign(row, { epochs });
};

const toOptions = (
  dir: string,
  epochs: Epochs,
): HoldOptions & { clock: ReturnType<typeof createHeldClock> } => ({
  dir,
  name: "node-1",
  epochs,
  clock: createHeldClock(),
  log: createTestLog(),
  signal: new AbortController().signal,
});

test("the second process waits until the first lets go, and then has the next epoch", async () => {
  const dir = createTestDir();
  const row = createRow();
  const first = await takeHold(toOptions(dir, row.epochs));
  expect(first.epoch()).toBe(1);
  expect(readFileSync(join(dir, "holder.lock"), "utf8")).toMatch(/^node-1, process \d+, since /);

  const options = toOptions(dir, row.epochs);
  let isHeld = false;
  const waiting = takeHold(options).then((hold) => {
    isHeld = true;
    return hold;
  });
  for (let n = 0; n < 5; n += 1) await options.clock.advance(200);
  expect(isHeld).toBe(false);
  expect(row.epoch).toBe(1);

  first.release();
  await options.clock.advance(200);
  const second = await waiting;
  expect(second.epoch()).toBe(2);
  second.release();
});

test("whoever waits can be told to give up", async () => {
  const dir = createTestDir();
  const row = createRow();
  const first = await takeHold(toOptions(dir, row.epochs));
  const controller = new AbortController();
  const waiting = takeHold({ ...toOptions(dir, row.epochs), signal: controller.signal });
  controller.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
  first.release();
});

test("a holder that sees a later epoch has lost", async () => {
  const row = createRow();
  const options = toOptions(createTestDir(), row.epochs);
  const hold = await takeHold(options);
  await options.clock.advance(1000);
  expect(hold.lost.aborted).toBe(false);
  row.epoch += 1;
  await options.clock.advance(1000);
  expect(hold.lost.aborted).toBe(true);
  hold.release();
});

test("a database that refuses delays nothing, and the epoch is taken when it is back", async () => {
  const row = createRow();
  row.isDown = true;
  const options = toOptions(createTestDir(), row.epochs);
  const hold = await takeHold(options);
  expect(hold.epoch()).toBeUndefined();
  await options.clock.advance(1000);
  row.isDown = false;
  await options.clock.advance(1000);
  expect(hold.epoch()).toBe(1);
  row.isDown = true;
  await options.clock.advance(1000);
  expect(hold.lost.aborted).toBe(false);
  hold.release();
});

test("a database that does not answer at all delays the start by 1.5 seconds at the most", async () => {
  const row = createRow();
  row.isSilent = true;
  const options = toOptions(createTestDir(), row.epochs);
  const taking = takeHold(options);
  await options.clock.advance(0);
  await options.clock.advance(1500);
  const hold = await taking;
  expect(hold.epoch()).toBeUndefined();
  expect(hold.lost.aborted).toBe(false);
  hold.release();
});
