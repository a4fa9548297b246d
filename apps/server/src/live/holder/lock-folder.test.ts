import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createTestDir, createTestLog } from "#live/disk/testing/test-dir.ts";
import { lockFolder } from "./lock-folder.ts";

const toOptions = (dir: string) => ({
  dir,
  name: "node-1",
  clock: createHeldClock(),
  log: createTestLog(),
  signal: new AbortController().signal,
});

test("the second process waits until the first lets go, and claims for the same folder under its own name", async () => {
  const dir = createTestDir();
  const first = await lockFolder(toOptions(dir));
  expect(readFileSync(join(dir, "holder.lock"), "utf8")).toMatch(/^node-1, process \d+, since /);

  const options = toOptions(dir);
  let isLocked = false;
  const waiting = lockFolder(options).then((lock) => {
    isLocked = true;
    return lock;
  });
  for (let n = 0; n < 5; n += 1) await options.clock.advance(200);
  expect(isLocked).toBe(false);
  expect(options.log.lines).toEqual(["waiting for the holder of the data folder"]);

  first.release();
  await options.clock.advance(200);
  const second = await waiting;
  expect(second.claimant.folder).toBe(first.claimant.folder);
  expect(second.claimant.holder).not.toBe(first.claimant.holder);
  second.release();
  const elsewhere = await lockFolder(toOptions(createTestDir()));
  expect(elsewhere.claimant.folder).not.toBe(first.claimant.folder);
  elsewhere.release();
});

test("whoever waits can be told to give up", async () => {
  const dir = createTestDir();
  const first = await lockFolder(toOptions(dir));
  const controller = new AbortController();
  const waiting = lockFolder({ ...toOptions(dir), signal: controller.signal });
  controller.abort(new Error("shutting down"));
  await expect(waiting).rejects.toThrow("shutting down");
  first.release();
});
