import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";
import { createAccountBooking } from "./account-booking.ts";
import { type AcknowledgeBy, createAcknowledgements } from "./acknowledgements.ts";
import { type Backlog, createBacklog } from "./backlog.ts";
import { createBreaker, type DrainState } from "./breaker.ts";
import { createPause } from "./pause.ts";
import { createProgress } from "./progress.ts";

/** Books in PostgreSQL what the journal holds: everything once, in batches by account, for as long as it takes. */
export type Drain = {
  /** Starts booking after `fromSequence`; a position that is too old costs time and changes nothing. */
  start(fromSequence: number): void;
  /** Takes a record that has just become durable. */
  offer(record: JournalRecord): void;
  /** Resolves when an offered record may be acknowledged to the carrier; at most 250 ms later. */
  acknowledged(sequence: number): Promise<void>;
  /** Everything up to this sequence is booked. */
  position(): number;
  /** How many journal records wait to be booked. */
  waiting(): number;
  state(): DrainState;
  /** Resolves when everything offered so far is booked. */
  idle(): Promise<void>;
  /** Ends after the batch at hand; what is not booked stays in the journal. */
  stop(): Promise<void>;
};

export type DrainOptions = {
  journal: Pick<Journal, "readAfter" | "last">;
  pool: DatabasePool;
  clock: Clock;
  log: Logger;
  acknowledgeBy: AcknowledgeBy;
  /** Records kept in memory while they wait; beyond it they are read back from the journal. */
  recordsMax?: number;
};

/** Of one batch: enough to spread the cost of a commit, few enough to stay within its time limits. */
const limits = { eventsMax: 500 };

/**
 * Where nobody waits for the commit, batches keep this distance, so that a steady stream of calls shares
 * transactions; after a quiet moment the first goes at once.
 */
const restMs = 100;

export const createDrain = (options: DrainOptions): Drain => {
  const { journal, clock, log, acknowledgeBy, recordsMax = 10_000 } = options;
  const acknowledgements = createAcknowledgements(acknowledgeBy, clock);
  const breaker = createBreaker(clock, log);
  const progress = createProgress();
  const rest = createPause(clock);
  let backlog: Backlog | undefined;
  let running: Promise<void> | undefined;
  let done = 0;

  /** What is parked then has only the journal's word: the database does not take it. */
  const moveTo = (sequence: number): void => {
    done = sequence;
    progress.moveTo(Math.min(done, booking.parkedThrough()));
    acknowledgements.committed(sequence);
  };
  const onParkedProgress = (): void => moveTo(done);
  const booking = createAccountBooking({ ...options, ...limits, breaker, onParkedProgress });

  const isRunning = (): boolean => breaker.state().kind !== "stopped";

  const run = async (from: Backlog): Promise<void> => {
    // What became durable by one sync is offered within one turn of the event loop, and booked together.
    await new Promise(setImmediate);
    while (isRunning() && from.taken() < from.newest()) {
      if (await booking.bookNext(from)) moveTo(from.taken());
      const isFull = from.newest() - from.taken() >= limits.eventsMax;
      const isHurried = acknowledgeBy === "database" || progress.isAwaited() || isFull;
      if (!isHurried && isRunning()) await rest.wait(restMs);
    }
    running = undefined;
  };

  const wake = (): void => {
    if (backlog !== undefined && isRunning()) running ??= run(backlog);
  };

  return {
    start: (fromSequence) => {
      // A position beyond the journal belongs to another journal.
      moveTo(Math.min(fromSequence, journal.last()));
      backlog = createBacklog(journal, progress.position(), { recordsMax, ...limits });
      wake();
    },
    offer: (record) => {
      backlog?.offer(record);
      wake();
    },
    acknowledged: (sequence) => acknowledgements.wait(sequence),
    position: progress.position,
    waiting: () => (backlog?.newest() ?? progress.position()) - progress.position(),
    state: () => (backlog === undefined ? { kind: "stopped" } : breaker.state()),
    idle: () => {
      const idle = progress.reached(backlog?.newest() ?? 0);
      rest.end();
      return idle;
    },
    stop: async () => {
      breaker.stop();
      rest.end();
      await Promise.all([running, booking.stop()]);
    },
  };
};
