import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";

/** Made by the test run's set-up. */
export const workerUrl = pathToFileURL(join(import.meta.dirname, "../../../../dist/journal-worker.js"));

export const readAll = async (records: ReturnType<Journal["readAfter"]>): Promise<JournalRecord[]> => {
  const all: JournalRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
};
