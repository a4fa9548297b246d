import type { Journal, JournalRecord } from "#live/journal/journal.ts";

/** What waits to be booked: new records in memory as far as they fit, everything else in the journal. */
export type Backlog = {
  /** Takes a record that has just become durable; where memory is full it stays in the journal only. */
  offer(record: JournalRecord): void;
  /** Sequence of the last record that `take` gave out. */
  taken(): number;
  /** Sequence of the newest record heard of. */
  newest(): number;
  /** The next records in journal order, about `eventsMax` events of them; rejects when the journal cannot be read. */
  take(): Promise<JournalRecord[]>;
};

type Limits = { recordsMax: number; eventsMax: number };

/** Starts after `fromSequence`, with everything that the journal holds beyond it. */
export const createBacklog = (journal: Journal, fromSequence: number, limits: Limits): Backlog => {
  const waiting = new Map<number, JournalRecord>();
  let taken = fromSequence;
  let newest = journal.last();
  let reader: { records: AsyncIterator<JournalRecord>; next: number } | undefined;

  const takeFromMemory = (): JournalRecord | undefined => {
    const record = waiting.get(taken + 1);
    waiting.delete(taken + 1);
    return record;
  };

  const takeFromJournal = async (): Promise<JournalRecord> => {
    if (reader?.next !== taken + 1) {
      await reader?.records.return?.();
      reader = { records: journal.readAfter(taken)[Symbol.asyncIterator](), next: taken + 1 };
    }
    const { next } = reader;
    const result = await reader.records.next();
    if (result.done === true || result.value.sequence !== next) {
      reader = undefined;
      throw new Error(`The journal does not give record ${next} although record ${newest} was written.`);
    }
    reader.next += 1;
    return result.value;
  };

  return {
    offer: (record) => {
      newest = Math.max(newest, record.sequence);
      if (record.sequence > taken && waiting.size < limits.recordsMax) waiting.set(record.sequence, record);
    },
    taken: () => taken,
    newest: () => newest,
    take: async () => {
      const records: JournalRecord[] = [];
      let events = 0;
      while (taken < newest && events < limits.eventsMax) {
        const record = takeFromMemory() ?? (await takeFromJournal());
        records.push(record);
        taken = record.sequence;
        events += record.events.length;
      }
      return records;
    },
  };
};
