import { copyFileSync, readFileSync, readdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nodeFiles } from "#live/disk/node-files.ts";
import { createSealer } from "#sealing.ts";
import { createJournalReader } from "./journal-reader.ts";
import { recoverSegments } from "./recover.ts";
import { openSegmentWriter } from "./segment-writer.ts";
import { toSampleEvents } from "./testing/sample-events.ts";
import { createTestDir, createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { readAll } from "./testing/test-journal.ts";
import { toLine } from "./to-line.ts";

const sealer = createSealer(testKeys);
const first = "0000000000000001.journal";

const openWriter = (dir: string, segmentBytes = 100_000, aheadBytes = 0) =>
  openSegmentWriter({ files: nodeFiles, dir, sealer, segmentBytes, aheadBytes });

/** Writes one record a frame; returns the size of the first segment after each. */
const writeFrames = (
  dir: string,
  count: number,
  segmentBytes?: number,
  toEvents = toSampleEvents,
): number[] => {
  const writer = openWriter(dir, segmentBytes);
  const sizes = Array.from({ length: count }, (_, n) => {
    writer.write({ lines: toLine(toEvents(n + 1)), count: 1, at: 0 });
    return readFileSync(join(dir, first)).length;
  });
  writer.close();
  return sizes;
};

const readSequences = async (dir: string, log = createTestLog()): Promise<number[]> => {
  const last = recoverSegments(nodeFiles, dir);
  const readAfter = createJournalReader({ files: nodeFiles, dir, sealer, log, last: () => last });
  return (await readAll(readAfter(0))).map(({ sequence }) => sequence);
};

const flip = (path: string, offset: number): void => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 0xff, offset);
  writeFileSync(path, bytes);
};

test("an end torn at any byte is cut back to the last whole batch, and the journal goes on from there", async () => {
  const whole = createTestDir();
  const [, second = 0, third = 0] = writeFrames(whole, 3, 100_000, () => []);
  const dir = createTestDir();
  for (let size = second; size < third; size += 1) {
    copyFileSync(join(whole, first), join(dir, first));
    truncateSync(join(dir, first), size);
    expect(recoverSegments(nodeFiles, dir)).toBe(2);
    expect(readFileSync(join(dir, first))).toHaveLength(second);
  }
  expect(await readSequences(dir)).toEqual([1, 2]);
  const writer = openWriter(dir);
  writer.write({ lines: toLine(toSampleEvents(3)), count: 1, at: 0 });
  expect(await readSequences(dir)).toEqual([1, 2, 3]);
});

test("a file that was made longer ahead is read up to its last batch, and closed at its size", async () => {
  const dir = createTestDir();
  const writer = openWriter(dir, 100_000, 4_096);
  const written = [1, 2, 3].map((n) => {
    writer.write({ lines: toLine(toSampleEvents(n)), count: 1, at: 0 });
    return readFileSync(join(dir, first)).length;
  });
  expect(new Set(written).size).toBe(1);
  const killed = createTestDir();
  copyFileSync(join(dir, first), join(killed, first));
  writer.close();
  expect(await readSequences(killed)).toEqual([1, 2, 3]);
  expect(readFileSync(join(killed, first))).toEqual(readFileSync(join(dir, first)));
});

test("damage before the end stops the start, names file and byte, and keeps the file", async () => {
  const dir = createTestDir();
  const [one = 0, two = 0] = writeFrames(dir, 3);
  flip(join(dir, first), one + 40);
  expect(() => recoverSegments(nodeFiles, dir)).toThrow(
    new RegExp(`${join(dir, first)} at byte ${one}`.replaceAll(".", "\\.")),
  );
  expect(readdirSync(dir)).toEqual([`${first}.damaged`]);
  expect(two).toBeGreaterThan(one);
});

test("the start after that uses all that is readable, says what is not, and gives no sequence twice", async () => {
  const dir = createTestDir();
  const [one = 0] = writeFrames(dir, 3);
  flip(join(dir, first), one + 40);
  expect(() => recoverSegments(nodeFiles, dir)).toThrow();
  const log = createTestLog();
  expect(await readSequences(dir, log)).toEqual([1, 3]);
  expect(log.lines).toEqual(["unreadable journal bytes are skipped"]);
  const writer = openWriter(dir);
  writer.write({ lines: toLine(toSampleEvents(4)), count: 1, at: 0 });
  expect(await readSequences(dir)).toEqual([1, 3, 4]);
});

test("damage in an older segment is found when it is read", async () => {
  const dir = createTestDir();
  const [one = 0] = writeFrames(dir, 6, 1200);
  flip(join(dir, first), one + 40);
  await expect(readSequences(dir)).rejects.toThrow(/is damaged in .*0001\.journal at byte/);
  expect(await readSequences(dir)).toEqual([1, 3, 4, 5, 6].filter((n) => n !== 2));
});

test("a missing segment between others is not passed over", async () => {
  const dir = createTestDir();
  writeFrames(dir, 6, 1000);
  const [, middle = ""] = readdirSync(dir).sort();
  nodeFiles.unlink(join(dir, middle));
  await expect(readSequences(dir)).rejects.toThrow(/Records 3 to 4 are missing/);
});

test("a journal that a newer release wrote is refused and left as it is", () => {
  const dir = createTestDir();
  writeFrames(dir, 1);
  const bytes = readFileSync(join(dir, first));
  bytes.writeUInt16BE(2, 8);
  writeFileSync(join(dir, first), bytes);
  expect(() => recoverSegments(nodeFiles, dir)).toThrow(/format 2, this release reads up to format 1/);
  expect(readFileSync(join(dir, first))).toEqual(bytes);
});

test("a journal that the first release wrote is read", async () => {
  const dir = join(createTestDir(), "data", "journal");
  nodeFiles.makeDir(dir);
  const fixtures = join(import.meta.dirname, "fixtures");
  copyFileSync(join(fixtures, "format-1.journal"), join(dir, first));
  const expected: unknown = JSON.parse(readFileSync(join(fixtures, "format-1.json"), "utf8"));
  const readAfter = createJournalReader({
    files: nodeFiles,
    dir,
    sealer: createSealer([{ id: "fixture", secret: "a key for the committed fixture only" }]),
    log: createTestLog(),
    last: () => recoverSegments(nodeFiles, dir),
  });
  expect(await readAll(readAfter(0))).toEqual(expected);
});
