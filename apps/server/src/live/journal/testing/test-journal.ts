import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type { Log } from "#live/disk/log.ts";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";

/** Made by the test run's set-up. */
export const workerUrl = pathToFileURL(join(import.meta.dirname, "../../../../dist/journal-worker.js"));

export const testKeys = [{ id: "test", secret: "a key for tests only" }];

/** A folder that goes when the test is over. */
export const createTestDir = (): string => {
  const dir = mkdtempSync(join(tmpdir(), "ccp-journal-"));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  return dir;
};

/** Keeps what was logged. */
export const createTestLog = (): Log & { lines: string[] } => {
  const lines: string[] = [];
  const note = (_fields: object, message: string): void => {
    lines.push(message);
  };
  return { lines, warn: note, error: note };
};

export const readAll = async (records: ReturnType<Journal["readAfter"]>): Promise<JournalRecord[]> => {
  const all: JournalRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
};
