import type { CallEvent } from "@ccp/engine";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";

/** A journal that keeps its records in memory, and counts how many are read back. */
export const createMemoryJournal = (): Pick<Journal, "append" | "readAfter" | "last"> & {
  readBack(): number;
} => {
  const records: JournalRecord[] = [];
  let readBack = 0;
  return {
    append: (events: readonly CallEvent[]) => {
      records.push({ sequence: records.length + 1, events });
      return Promise.resolve(records.length);
    },
    async *readAfter(sequence) {
      for (const record of records.slice(sequence)) {
        readBack += 1;
        yield await Promise.resolve(record);
      }
    },
    last: () => records.length,
    readBack: () => readBack,
  };
};
