import { EventEmitter, once } from "node:events";
import type { CallEvent } from "@ccp/engine";
import { JournalRefusedError } from "#live/journal/journal-errors.ts";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";

export type SwitchedJournal = Journal & {
  records: JournalRecord[];
  /** From now on appends are refused, as on a full disk, or taken again. */
  setRefusing(isRefusing: boolean): void;
  /** Appends wait until the returned function is called, as on a slow disk. */
  hold: () => () => void;
};

/** A journal in memory that can be slow or full. Records outlive the process that wrote them, as on a disk. */
export const createSwitchedJournal = (): SwitchedJournal => {
  const records: JournalRecord[] = [];
  let isRefusing = false;
  let gate = Promise.resolve();
  return {
    records,
    append: async (events: readonly CallEvent[]) => {
      if (isRefusing) throw new JournalRefusedError(new Error("the disk is full"));
      await gate;
      records.push({ sequence: records.length + 1, events });
      return records.length;
    },
    async *readAfter(sequence) {
      for (const record of records.slice(sequence)) yield await Promise.resolve(record);
    },
    last: () => records.length,
    isRefusing: () => isRefusing,
    release: () => Promise.resolve(),
    close: () => Promise.resolve(),
    setRefusing: (value) => {
      isRefusing = value;
    },
    hold: () => {
      const opened = new EventEmitter();
      gate = once(opened, "open").then(() => undefined);
      return () => opened.emit("open");
    },
  };
};
