import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createTestDir, testKeys } from "#live/disk/testing/test-dir.ts";
import { startJournalThread } from "./journal-thread.ts";
import { workerUrl } from "./testing/test-journal.ts";

const toData = (dir: string) => ({ dir, keys: testKeys, segmentBytes: 1000 });

const toWorker = (code: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; ${code}`)}`,
  );

test("a recovery that fails is the caller's error", async () => {
  const path = join(createTestDir(), "a-file");
  writeFileSync(path, "");
  await expect(startJournalThread(workerUrl, toData(path))).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test("when the thread dies, what waits for it and what is asked later is refused", async () => {
  const url = toWorker(
    `parentPort.postMessage({ kind: "done", last: 7 }); parentPort.on("message", () => { throw new Error("boom"); });`,
  );
  const thread = await startJournalThread(url, toData("/nowhere"));
  expect(thread.last).toBe(7);
  await expect(thread.request({ kind: "probe" })).rejects.toThrow("boom");
  await expect(thread.request({ kind: "probe" })).rejects.toThrow("boom");
});

test("whoever started the thread hears once when it ends unasked, and nothing when it was asked to", async () => {
  const dies = toWorker(
    `parentPort.postMessage({ kind: "done", last: 0 }); parentPort.on("message", () => { throw new Error("boom"); });`,
  );
  const heard: string[] = [];
  const dying = await startJournalThread(dies, toData("/nowhere"), ({ message }) => heard.push(message));
  await expect(dying.request({ kind: "probe" })).rejects.toThrow("boom");
  await vi.waitFor(() => expect(heard).toEqual(["boom"]));

  const obedient = await startJournalThread(workerUrl, toData(createTestDir()), ({ message }) =>
    heard.push(message),
  );
  await obedient.request({ kind: "close" });
  await expect
    .poll(() => obedient.request({ kind: "probe" }).catch(({ message }: Error) => message))
    .toMatch("ended");
  expect(heard).toEqual(["boom"]);
});

test("a thread that ends before it has recovered is an error", async () => {
  await expect(startJournalThread(toWorker("process.exit(0);"), toData("/nowhere"))).rejects.toThrow(
    "the journal's thread has ended",
  );
});
