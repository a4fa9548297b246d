import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { type JournalOptions, openJournal } from "./open-journal.ts";
import { createHeldClock } from "#live/disk/testing/held-clock.ts";
import { createTestDir, createTestLog, testKeys } from "#live/disk/testing/test-dir.ts";
import { toSampleEvents } from "./testing/sample-events.ts";
import { readAll, workerUrl } from "./testing/test-journal.ts";

const open = (dir: string, more: Partial<JournalOptions> = {}) =>
  openJournal({ dir, keys: testKeys, workerUrl, clock: systemClock, log: createTestLog(), ...more });

test("appended events come back in order under the sequence that append gave, also after a restart", async () => {
  const dir = createTestDir();
  const journal = await open(dir);
  const appended = [1, 2, 3, 4, 5].map((n) => journal.append(toSampleEvents(n)));
  expect(await Promise.all(appended)).toEqual([1, 2, 3, 4, 5]);
  await journal.close();

  const reopened = await open(dir);
  expect(reopened.last()).toBe(5);
  expect(await reopened.append(toSampleEvents(6))).toBe(6);
  expect(await readAll(reopened.readAfter(0))).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => ({ sequence: n, events: toSampleEvents(n) })),
  );
  await reopened.close();
});

test("reading begins anywhere and goes on where it stopped while new records come in", async () => {
  const journal = await open(createTestDir(), { segmentBytes: 4096 });
  await Promise.all(Array.from({ length: 100 }, (_, n) => journal.append(toSampleEvents(n))));
  expect((await readAll(journal.readAfter(97))).map(({ sequence }) => sequence)).toEqual([98, 99, 100]);

  const seen: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    await journal.append(toSampleEvents(n));
    for await (const { sequence } of journal.readAfter(seen.at(-1) ?? 0)) seen.push(sequence);
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => n + 1));
  await journal.close();
});

test("a full segment is followed by one that is named after its first record", async () => {
  const dir = createTestDir();
  const journal = await open(dir, { segmentBytes: 1000 });
  for (let n = 0; n < 6; n += 1) await journal.append(toSampleEvents(n));
  expect(readdirSync(dir).sort()).toEqual([
    "0000000000000001.journal",
    "0000000000000003.journal",
    "0000000000000005.journal",
  ]);
  await journal.close();
});

test("a segment goes when its records are released and 72 hours have passed, and never the last one", async () => {
  const dir = createTestDir();
  const clock = createHeldClock();
  const journal = await open(dir, { segmentBytes: 1000, clock });
  for (let n = 0; n < 6; n += 1) await journal.append(toSampleEvents(n));

  await journal.release(6);
  expect(readdirSync(dir)).toHaveLength(3);
  await clock.advance(72 * 3_600_000 + 1);
  await journal.release(3);
  expect(readdirSync(dir)).toHaveLength(2);
  await journal.release(6);
  expect(readdirSync(dir)).toEqual(["0000000000000005.journal"]);

  expect((await readAll(journal.readAfter(0))).map(({ sequence }) => sequence)).toEqual([5, 6]);
  await journal.close();
});

test("records that another key sealed are refused with a clear error", async () => {
  const dir = createTestDir();
  const journal = await open(dir);
  await journal.append(toSampleEvents(1));
  await journal.close();
  const other = await open(dir, { keys: [{ id: "test", secret: "another key" }] });
  await expect(readAll(other.readAfter(0))).rejects.toThrow(/do not open with the configured keys/);
  await other.close();
});

test("an old key still opens what it sealed", async () => {
  const dir = createTestDir();
  const journal = await open(dir);
  await journal.append(toSampleEvents(1));
  await journal.close();
  const rotated = await open(dir, { keys: [{ id: "new", secret: "a newer key" }, ...testKeys] });
  await rotated.append(toSampleEvents(2));
  expect(await readAll(rotated.readAfter(0))).toHaveLength(2);
  await rotated.close();
});

test("after close nothing more is taken", async () => {
  const journal = await open(createTestDir());
  const last = journal.append(toSampleEvents(1));
  await journal.close();
  await expect(last).resolves.toBe(1);
  await expect(journal.append(toSampleEvents(2))).rejects.toThrow(/it is closed/);
});
