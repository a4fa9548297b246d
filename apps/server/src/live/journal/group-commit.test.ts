import { expect, test } from "vitest";
import { createForgetfulFiles } from "#live/disk/testing/forgetful-files.ts";
import { createSealer } from "#sealing.ts";
import { createGroupCommit } from "./group-commit.ts";
import { JournalRefusedError } from "./journal-errors.ts";
import { createJournalReader } from "./journal-reader.ts";
import { type Batch, openSegmentWriter } from "./segment-writer.ts";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { toSampleEvents } from "./testing/sample-events.ts";
import { readAll } from "./testing/test-journal.ts";

const setUp = () => {
  const files = createForgetfulFiles();
  const sealer = createSealer(testKeys);
  const writer = openSegmentWriter({ files, dir: "/journal", sealer, segmentBytes: 100_000, aheadBytes: 0 });
  const clock = createHeldClock();
  const log = createTestLog();
  const batches: number[] = [];
  let sync = Promise.resolve();
  const holdSync = (): (() => void) => {
    const held: { finish?: () => void } = {};
    sync = new Promise((resolve) => {
      held.finish = resolve;
    });
    return () => held.finish?.();
  };
  const commit = createGroupCommit({
    last: 0,
    write: async (batch: Batch) => {
      batches.push(batch.count);
      await sync;
      writer.write(batch);
    },
    probe: async () => {
      writer.probe();
    },
    clock,
    log,
  });
  const readAfter = createJournalReader({ files, dir: "/journal", sealer, log, last: commit.last });
  return { files, commit, clock, log, batches, holdSync, readAfter };
};

/** Lets the next operation of this disk, and all that follow, fail. */
const failFromNow = (files: ReturnType<typeof setUp>["files"], code: "ENOSPC" | "EIO"): void => {
  const from = files.operations() + 1;
  files.failAt(new Map(Array.from({ length: 100 }, (_, n) => [from + n, code])));
};

test("what arrives in one turn of the event loop shares a sync", async () => {
  const { commit, batches } = setUp();
  await Promise.all(Array.from({ length: 64 }, (_, n) => commit.append(toSampleEvents(n))));
  expect(batches).toEqual([64]);
});

test("what arrives while a sync is in flight shares the next one", async () => {
  const { commit, batches, holdSync } = setUp();
  const finishSync = holdSync();
  const first = commit.append(toSampleEvents(0));
  await expect.poll(() => batches).toEqual([1]);
  const rest: Promise<number>[] = [];
  for (let n = 1; n < 64; n += 1) {
    rest.push(commit.append(toSampleEvents(n)));
    await new Promise(setImmediate);
  }
  finishSync();
  await Promise.all([first, ...rest]);
  expect(batches).toEqual([1, 63]);
});

test.each(["ENOSPC", "EIO"] as const)(
  "on %s everything that waits is refused, and what comes later is refused without asking the disk",
  async (code) => {
    const { commit, files, batches } = setUp();
    await commit.append(toSampleEvents(1));
    failFromNow(files, code);
    const results = await Promise.allSettled([2, 3, 4].map((n) => commit.append(toSampleEvents(n))));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(commit.isRefusing()).toBe(true);
    const asked = batches.length;
    await expect(commit.append(toSampleEvents(5))).rejects.toThrow(JournalRefusedError);
    expect(batches).toHaveLength(asked);
    expect(commit.last()).toBe(1);
  },
);

test("a disk that was full and is freed is found by the probe, and no refused record is ever read", async () => {
  const { commit, files, clock, log, readAfter } = setUp();
  await commit.append(toSampleEvents(1));
  failFromNow(files, "ENOSPC");
  await expect(commit.append(toSampleEvents(2))).rejects.toThrow(/ENOSPC/);
  await clock.advance(100);
  expect(commit.isRefusing()).toBe(true);

  files.failAt(new Map());
  await clock.advance(100);
  expect(commit.isRefusing()).toBe(false);
  expect(await commit.append(toSampleEvents(3))).toBe(2);
  expect((await readAll(readAfter(0))).map(({ events }) => events)).toEqual([
    toSampleEvents(1),
    toSampleEvents(3),
  ]);
  expect(log.lines).toEqual(["the journal refuses records", "the journal takes records again"]);
});

test("after a failed sync the segment is left and a new one begun", async () => {
  const { commit, files, clock } = setUp();
  await commit.append(toSampleEvents(1));
  files.failAt(new Map([[files.operations() + 2, "EIO"]]));
  await expect(commit.append(toSampleEvents(2))).rejects.toThrow(/EIO/);
  await clock.advance(100);
  await commit.append(toSampleEvents(3));
  expect(files.list("/journal").sort()).toEqual(["0000000000000001.journal", "0000000000000002.journal"]);
});
