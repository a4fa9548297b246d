import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createSealer } from "#sealing.ts";
import type { Files } from "./files.ts";
import { type SealedFolder, openSealedFolder } from "./sealed-folder.ts";
import { PowerLost } from "./testing/fault-meter.ts";
import { type Loss, createForgetfulFiles } from "./testing/forgetful-files.ts";
import { createTestDir, createTestLog, testKeys } from "./testing/test-dir.ts";
import { toAsyncFiles } from "./testing/to-async-files.ts";

const sealer = createSealer(testKeys);
const open = (dir: string, log = createTestLog()) => openSealedFolder({ dir, sealer, log });
const saveText = (folder: SealedFolder, name: string, text: string) =>
  folder.save(
    name,
    text.split("").map((letter) => Buffer.from(letter)),
  );
const readText = (folder: SealedFolder, name: string) => folder.found.get(name)?.toString("utf8");

const damage = (path: string): void => {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
  writeFileSync(path, bytes);
};

test("a document comes back as it was saved last, and two generations are kept, sealed", async () => {
  const dir = createTestDir();
  const folder = await open(dir);
  for (const text of ["one", "two", "three"]) await saveText(folder, "a", text);
  await saveText(folder, "b", "other");
  expect(readdirSync(dir).sort()).toEqual(["a.2.sealed", "a.3.sealed", "b.1.sealed"]);
  expect(readFileSync(join(dir, "a.3.sealed"), "latin1")).not.toContain("three");
  const reopened = await open(dir);
  expect([readText(reopened, "a"), readText(reopened, "b")]).toEqual(["three", "other"]);
});

test("a file in the first format, which held the document in one piece, is still read", async () => {
  const dir = createTestDir();
  const sealed = sealer.seal(Buffer.from("one"), "a.1.sealed");
  const header = Buffer.alloc(16);
  header.write("CCPSEALD");
  header.writeUInt16BE(1, 8);
  const sum = createHash("sha256").update(sealed).digest();
  writeFileSync(join(dir, "a.1.sealed"), Buffer.concat([header, sum, sealed]));
  expect(readText(await open(dir), "a")).toBe("one");
});

test("a file that ends early, anywhere, is damaged", async () => {
  const dir = createTestDir();
  await saveText(await open(dir), "a", "one");
  const path = join(dir, "a.1.sealed");
  const whole = readFileSync(path);
  for (let length = 0; length < whole.length; length += 1) {
    writeFileSync(path, whole.subarray(0, length));
    expect((await open(dir)).found.size).toBe(0);
  }
});

test("a damaged generation falls back to the one before, and the next save does not touch that one", async () => {
  const dir = createTestDir();
  const folder = await open(dir);
  for (const text of ["one", "two"]) await saveText(folder, "a", text);
  damage(join(dir, "a.2.sealed"));
  const log = createTestLog();
  const second = await open(dir, log);
  expect(readText(second, "a")).toBe("one");
  expect(log.lines).toEqual(["a sealed file is damaged, the generation before it is used"]);
  await saveText(second, "a", "three");
  expect(readText(await open(dir), "a")).toBe("three");
});

test("with both generations damaged the document is not there", async () => {
  const dir = createTestDir();
  const folder = await open(dir);
  for (const text of ["one", "two"]) await saveText(folder, "a", text);
  for (const name of readdirSync(dir)) damage(join(dir, name));
  expect((await open(dir)).found.size).toBe(0);
});

test("a removed document does not come back", async () => {
  const dir = createTestDir();
  const folder = await open(dir);
  for (const text of ["one", "two"]) await saveText(folder, "a", text);
  await folder.remove("a");
  expect((await open(dir)).found.size).toBe(0);
});

test("a file of a newer release, and one that no key opens, stop the start", async () => {
  const dir = createTestDir();
  await saveText(await open(dir), "a", "one");
  const stranger = createSealer([{ id: "test", secret: "another key" }]);
  await expect(openSealedFolder({ dir, sealer: stranger, log: createTestLog() })).rejects.toThrow(
    /does not open with the configured keys/,
  );
  const path = join(dir, "a.1.sealed");
  const bytes = readFileSync(path);
  bytes.writeUInt16BE(9, 8);
  writeFileSync(path, bytes);
  await expect(open(dir)).rejects.toThrow(/format 9, this release reads up to format 2/);
});

test("a sealed file under another document's name is not taken for it", async () => {
  const dir = createTestDir();
  await saveText(await open(dir), "a", "one");
  writeFileSync(join(dir, "b.1.sealed"), readFileSync(join(dir, "a.1.sealed")));
  await expect(open(dir)).rejects.toThrow(/b\.1\.sealed does not open/);
});

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const scene = fc.record({
  saves: fc.integer({ min: 1, max: 8 }),
  power: fc.record({ at: fc.integer({ min: 1, max: 50 }), applied: fc.boolean() }),
  loss: fc.record({ keptBytes: fraction, keptNames: fraction, holds: fc.constantFrom("nothing", "zeros") }),
});

/** True when the disk, after the power failed in the middle of saves, holds the last save that was acknowledged or the next. */
const survives = async (
  { saves, power, loss }: { saves: number; power: { at: number; applied: boolean }; loss: Loss },
  mutant: (files: Files) => Files,
): Promise<boolean> => {
  const disk = createForgetfulFiles();
  disk.losePowerAt(power);
  let acknowledged = 0;
  const options = { dir: "/sealed", sealer, log: createTestLog() };
  try {
    const folder = await openSealedFolder({ ...options, files: toAsyncFiles(mutant(disk)) });
    for (let n = 1; n <= saves; n += 1) {
      await saveText(folder, "a", String(n));
      acknowledged = n;
    }
  } catch (error) {
    if (!(error instanceof PowerLost)) throw error;
  }
  const after = await openSealedFolder({ ...options, files: toAsyncFiles(disk.restart(loss)) });
  return [acknowledged, acknowledged + 1].includes(Number(readText(after, "a") ?? 0));
};

test("a power loss at any operation leaves the last acknowledged save, or the one that was being made", async () => {
  await fc.assert(
    fc.asyncProperty(scene, (played) => survives(played, (files) => files)),
    { numRuns: 1000 },
  );
});

test.each<[string, (files: Files) => Files]>([
  ["the file is not synced", (files) => ({ ...files, fdatasync: () => undefined })],
  ["the folder is not synced", (files) => ({ ...files, syncDir: () => undefined })],
])("that breaks when %s", async (_planted, mutant) => {
  const details = await fc.check(
    fc.asyncProperty(scene, (played) => survives(played, mutant)),
    { numRuns: 1000, endOnFailure: true },
  );
  expect(details.failed).toBe(true);
});
