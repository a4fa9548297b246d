import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type AsyncFiles, asyncNodeFiles } from "#live/disk/async-files.ts";
import { createTestDir, createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { createSealer } from "#sealing.ts";
import { openCheckpoints } from "./open-checkpoints.ts";

const open = (dir: string) => openCheckpoints({ dir, sealer: createSealer(testKeys), log: createTestLog() });

test("an empty folder has no checkpoint", async () => {
  expect((await open(createTestDir())).found).toBeUndefined();
});

test("the newest checkpoint is found, also when several were asked for at once", async () => {
  const dir = createTestDir();
  const checkpoints = await open(dir);
  await Promise.all(
    [1, 2, 3].map((sequence) => checkpoints.save({ sequence, state: { calls: [sequence] } })),
  );
  expect((await open(dir)).found).toEqual({ sequence: 3, state: { calls: [3] } });
});

test("a state that changes after save was asked for is saved as it was", async () => {
  const dir = createTestDir();
  const checkpoints = await open(dir);
  const calls = ["a"];
  const saved = checkpoints.save({ sequence: 1, state: { calls } });
  calls.push("b");
  await saved;
  expect((await open(dir)).found).toEqual({ sequence: 1, state: { calls: ["a"] } });
});

test("a long checkpoint is written piece by piece, and others work in between", async () => {
  const dir = createTestDir();
  const calls = Array.from({ length: 1_000 }, (_, index) => index);
  const pieces: number[] = [];
  let turns = 0;
  const files: AsyncFiles = {
    ...asyncNodeFiles,
    writeSynced: (path, written) => {
      const watched = function* () {
        for (const piece of written) {
          pieces.push(turns);
          setImmediate(() => {
            turns += 1;
          });
          yield piece;
        }
      };
      return asyncNodeFiles.writeSynced(path, watched());
    },
  };
  const options = { dir, sealer: createSealer(testKeys), log: createTestLog() };
  await (await openCheckpoints({ ...options, files })).save({ sequence: 1, state: { calls } });
  expect(new Set(pieces).size).toBeGreaterThan(5);
  expect((await open(dir)).found).toEqual({ sequence: 1, state: { calls } });
});

test("a damaged checkpoint gives way to the one before, and two damaged ones to none", async () => {
  const dir = createTestDir();
  const checkpoints = await open(dir);
  for (const sequence of [7, 9]) await checkpoints.save({ sequence, state: null });
  const [older = "", newer = ""] = readdirSync(dir).sort();
  writeFileSync(join(dir, newer), "");
  expect((await open(dir)).found).toEqual({ sequence: 7, state: null });
  writeFileSync(join(dir, older), "");
  expect((await open(dir)).found).toBeUndefined();
});
