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
export const createBacklog = (
  journal: Pick<Journal, "readAfter" | "last">,
  fromSequence: number,
  limits: Limits,
): Backlog => {
  const waiting = new Map<number, JournalRecord>();
  let taken = fromSequence;
  let newest = journal.last();
  let reader: { records: AsyncIterator<JournalRecord>; next: number } | undefined;

  const takeFromMemory = (): JournalRecord | undefined => {
    const record = waiting.get(taken + 1);
    waiting.delete(taken + 1);
    return record;
  };

  /** The first sequence may be later than the next: what was booked long ago is no longer kept. */
  const takeFromJournal = async (): Promise<JournalRecord> => {
    if (reader?.next !== taken + 1) {
      await reader?.records.return?.();
      reader = { records: journal.readAfter(taken)[Symbol.asyncIterator](), next: taken + 1 };
    }
    const { records } = reader;
    reader = undefined;
    const result = await records.next();
    if (result.done === true) throw new Error(`The journal ends before record ${newest}, which was written.`);
    reader = { records, next: result.value.sequence + 1 };
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
        try {
          records.push(takeFromMemory() ?? (await takeFromJournal()));
        } catch (error) {
          if (records.length === 0) throw error;
          break;
        }
        const last = records.at(-1);
        taken = last?.sequence ?? taken;
        events += last?.events.length ?? 0;
      }
      return records;
    },
  };
};
