import type { CallEvent } from "@ccp/engine";
import type { Clock } from "#clock.ts";
import type { Contexts, Foreseen } from "./contexts.ts";
import type { Log } from "./disk/log.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";
import type { Journal, JournalRecord } from "./journal/journal.ts";
import { toLine } from "./journal/to-line.ts";
import type { Tally } from "./tally.ts";
import { createWriteDeadline, toLateError } from "./write-deadline.ts";

/** Where durable records go next, and when one of them may be acknowledged to the carrier. */
export type Booking = {
  offer(record: JournalRecord): void;
  /** Resolves when the record may be acknowledged: at once, or with the commit and after 250 ms at the latest. */
  acknowledged(sequence: number): Promise<void>;
};

/** What a request foresees of its events; `giveBack` frees what it reserved for them. */
export type Recording = Foreseen & { giveBack?: () => Promise<void> };

/** The one way by which anything that happened enters the product. */
export type Recorder = {
  /**
   * Makes events of one call durable together, applies them to it, hands them on, and resolves when they may be
   * acknowledged. Facts already known are not written again. Rejects with JournalRefusedError when the journal does
   * not take them within 3 s: the request must be refused. Either nothing has happened then, or it happens when the
   * disk is done after all; until that is known, everything new is refused at once. `foreseen` saves folding the
   * events anew when nothing else happens to the call meanwhile. Its `giveBack` is called once it is certain that the
   * events are not written: not when a request is refused whose write may still succeed.
   */
  record(events: readonly CallEvent[], foreseen?: Recording): Promise<void>;
  /** Says up to where the restored state holds the journal. */
  startAfter(sequence: number): void;
  /** Applies a record read back from the journal. */
  replay(record: JournalRecord): Promise<void>;
  /** Every record up to this sequence is applied: where a checkpoint taken now stands in the journal. */
  appliedThrough(): number;
};

type RecorderOptions = {
  journal: Journal;
  contexts: Contexts;
  booking: Booking;
  tally: Tally;
  clock: Clock;
  log: Log;
};

export const createRecorder = (options: RecorderOptions): Recorder => {
  const { journal, contexts, booking, tally, clock, log } = options;
  let applied = 0;
  const deadline = createWriteDeadline(clock, log);
  const ahead = new Set<number>();

  const markApplied = (sequence: number): void => {
    ahead.add(sequence);
    while (ahead.delete(applied + 1)) applied += 1;
  };

  const toRefusal = (error: unknown): JournalRefusedError => {
    tally.add("journal-refused");
    if (error instanceof JournalRefusedError) return error;
    return new JournalRefusedError(error instanceof Error ? error : new Error(String(error)));
  };

  /** Gives the sequence once the events are durable, applied and handed on. */
  const write = async (
    events: readonly CallEvent[],
    foreseen: Foreseen | undefined,
    giveBack: Recording["giveBack"],
  ): Promise<number> => {
    const line = toLine(events);
    let sequence: number;
    try {
      sequence = await journal.append(events, line);
    } catch (error) {
      await giveBack?.();
      throw toRefusal(error);
    }
    await contexts.apply(events, foreseen);
    markApplied(sequence);
    const opened = foreseen?.before === undefined ? foreseen?.after : undefined;
    booking.offer({ sequence, events, line, opened });
    return sequence;
  };

  return {
    record: async (events, foreseen) => {
      const news = contexts.listNews(events);
      if (news.length === 0) return booking.acknowledged(applied);
      if (deadline.isLate()) {
        tally.add("journal-late");
        await foreseen?.giveBack?.();
        throw toLateError();
      }
      // Whoever is refused here leaves the write to itself: it goes on, and is known of when it ends.
      const isAllNews = news.length === events.length;
      const writing = write(news, isAllNews ? foreseen : undefined, foreseen?.giveBack);
      await booking.acknowledged(await deadline.within(writing));
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
