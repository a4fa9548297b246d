import type { CallEvent } from "@ccp/engine";
import type { Contexts } from "./contexts.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import type { Journal, JournalRecord } from "./journal/journal.ts";
import type { Tally } from "./tally.ts";

/** Where durable records go next, and when one of them may be acknowledged to the carrier. */
export type Booking = {
  offer(record: JournalRecord): void;
  /** Resolves when the record may be acknowledged: at once, or with the commit and after 250 ms at the latest. */
  acknowledged(sequence: number): Promise<void>;
};

/** The one way by which anything that happened enters the product. */
export type Recorder = {
  /**
   * Makes events of one call durable together, applies them to it, hands them on, and resolves when they may be
   * acknowledged. Facts already known are not written again. Rejects with JournalRefusedError when the journal does
   * not take them: then nothing has happened, and the request must be refused.
   */
  record(events: readonly CallEvent[]): Promise<void>;
  /** Says up to where the restored state holds the journal. */
  startAfter(sequence: number): void;
  /** Applies a record read back from the journal. */
  replay(record: JournalRecord): Promise<void>;
  /** Every record up to this sequence is applied: where a checkpoint taken now stands in the journal. */
  appliedThrough(): number;
};

type RecorderOptions = { journal: Journal; contexts: Contexts; booking: Booking; tally: Tally };

export const createRecorder = ({ journal, contexts, booking, tally }: RecorderOptions): Recorder => {
  let applied = 0;
  const ahead = new Set<number>();

  const markApplied = (sequence: number): void => {
    ahead.add(sequence);
    while (ahead.delete(applied + 1)) applied += 1;
  };

  const append = async (events: readonly CallEvent[]): Promise<number> => {
    try {
      return await journal.append(events);
    } catch (error) {
      tally.add("journal-refused");
      if (error instanceof JournalRefusedError) throw error;
      throw new JournalRefusedError(error instanceof Error ? error : new Error(String(error)));
    }
  };

  return {
    record: async (events) => {
      const news = contexts.listNews(events);
      if (news.length === 0) return booking.acknowledged(applied);
      const sequence = await append(news);
      await contexts.apply(news);
      markApplied(sequence);
      booking.offer({ sequence, events: news });
      await booking.acknowledged(sequence);
    },
    startAfter: (sequence) => {
      applied = sequence;
    },
    replay: async ({ sequence, events }) => {
      await contexts.apply(events);
      applied = sequence;
    },
    appliedThrough: () => applied,
  };
};
