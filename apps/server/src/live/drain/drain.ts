import type { CallEvent } from "@ccp/engine";
import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";
import { type AcknowledgeBy, createAcknowledgements } from "./acknowledgements.ts";
import { type Backlog, createBacklog } from "./backlog.ts";
import { bookOrQuarantine } from "./book-or-quarantine.ts";
import { createBreaker, type DrainState } from "./breaker.ts";
import { runEach } from "./run-each.ts";

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

/** Events of one batch: enough to spread the cost of a commit, few enough to stay within its time limits. */
const batchEventsMax = 500;

/**
 * Where nobody waits for the commit, batches keep this distance, so that a steady stream of calls shares
 * transactions; after a quiet moment the first goes at once.
 */
const restMs = 100;

const groupByAccount = (records: readonly JournalRecord[]): [accountId: string, CallEvent[]][] => {
  const groups = new Map<string, CallEvent[]>();
  for (const { events } of records) {
    for (const event of events) {
      const group = groups.get(event.accountId);
      if (group === undefined) groups.set(event.accountId, [event]);
      else group.push(event);
    }
  }
  return [...groups];
};

export const createDrain = (options: DrainOptions): Drain => {
  const { journal, pool, clock, log, acknowledgeBy, recordsMax = 10_000 } = options;
  const acknowledgements = createAcknowledgements(acknowledgeBy, clock);
  const breaker = createBreaker(clock, log);
  let backlog: Backlog | undefined;
  let position = 0;
  let running: Promise<void> | undefined;
  let isStopping = false;
  let idlers: { sequence: number; resolve: () => void }[] = [];
  let endRest = (): void => undefined;

  /** Repeats until it succeeds or the drain stops; tells whether it succeeded. */
  const insist = async (work: () => Promise<void>): Promise<boolean> => {
    while (!isStopping) {
      try {
        await work();
        breaker.succeeded();
        return true;
      } catch (error) {
        await breaker.failed(error);
      }
    }
    return false;
  };

  const moveTo = (sequence: number): void => {
    position = sequence;
    acknowledgements.committed(sequence);
    const done = idlers.filter((one) => one.sequence <= sequence);
    idlers = idlers.filter((one) => one.sequence > sequence);
    for (const one of done) one.resolve();
  };

  const bookNext = async (from: Backlog): Promise<void> => {
    let records: JournalRecord[] = [];
    const isRead = await insist(async () => {
      records = await from.take();
    });
    const groups = groupByAccount(records);
    let isBooked = isRead;
    await runEach(groups, pool.limits.connectionsMax, async ([accountId, events]) => {
      const done = await insist(() => bookOrQuarantine({ pool, log }, accountId, events));
      isBooked &&= done;
    });
    if (isBooked) moveTo(from.taken());
  };

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = clock.setTimeout(resolve, restMs);
      endRest = () => {
        clock.clearTimeout(timer);
        resolve();
      };
    });

  const run = async (from: Backlog): Promise<void> => {
    // What became durable by one sync is offered within one turn of the event loop, and booked together.
    await new Promise(setImmediate);
    while (!isStopping && from.taken() < from.newest()) {
      await bookNext(from);
      const isUrgent =
        acknowledgeBy === "database" || idlers.length > 0 || from.newest() - from.taken() >= batchEventsMax;
      if (!isUrgent && !isStopping) await rest();
    }
    running = undefined;
  };

  const wake = (): void => {
    if (backlog !== undefined && !isStopping) running ??= run(backlog);
  };

  return {
    start: (fromSequence) => {
      position = Math.min(fromSequence, journal.last());
      backlog = createBacklog(journal, position, { recordsMax, eventsMax: batchEventsMax });
      wake();
    },
    offer: (record) => {
      backlog?.offer(record);
      wake();
    },
    acknowledged: (sequence) => acknowledgements.wait(sequence),
    position: () => position,
    waiting: () => (backlog?.newest() ?? position) - position,
    state: () => (isStopping || backlog === undefined ? { kind: "stopped" } : breaker.state()),
    idle: () => {
      const sequence = backlog?.newest() ?? position;
      if (sequence <= position) return Promise.resolve();
      return new Promise((resolve) => {
        idlers.push({ sequence, resolve });
        endRest();
      });
    },
    stop: async () => {
      isStopping = true;
      breaker.interrupt();
      endRest();
      await running;
    },
  };
};
