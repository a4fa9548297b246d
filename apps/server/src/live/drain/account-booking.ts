import type { CallEvent } from "@ccp/engine";
import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import type { Journal, JournalRecord } from "#live/journal/journal.ts";
import { runEach } from "#run-each.ts";
import type { Backlog } from "./backlog.ts";
import type { ToldCall } from "./book-events.ts";
import { bookOrQuarantine } from "./book-or-quarantine.ts";
import type { Breaker } from "./breaker.ts";
import { bookShare, createParkedAccounts } from "./parked-accounts.ts";

/** Books batches account by account, so that one account's trouble stays its own. */
export type AccountBooking = {
  /**
   * Books the next records of the backlog, as often as it takes; what one account's trouble keeps from being booked is
   * seen to later. False when stopped before.
   */
  bookNext(from: Backlog): Promise<boolean>;
  /** Every event of the parked accounts up to this record is booked; infinite when none is parked. */
  parkedThrough(): number;
  /** Ends what goes on for parked accounts; the breaker is to be stopped first. */
  stop(): Promise<void>;
};

type AccountBookingOptions = {
  journal: Pick<Journal, "readAfter">;
  pool: DatabasePool;
  clock: Clock;
  log: Logger;
  breaker: Breaker;
  onParkedProgress: () => void;
  eventsMax: number;
};

/** One account's events of a batch, from the first record that holds one. */
type Group = { accountId: string; fromSequence: number; events: CallEvent[]; told: Map<string, ToldCall> };

/** What is at hand of a call's record; of two records together nobody has the state. */
const addRecord = (told: Group["told"], callId: string, { events, line, opened }: JournalRecord): void => {
  if (line === undefined) return;
  const known = told.get(callId);
  if (known === undefined) told.set(callId, { lines: [line], events: events.length, opened });
  else {
    known.lines.push(line);
    known.events += events.length;
    known.opened = undefined;
  }
};

const groupByAccount = (records: readonly JournalRecord[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const record of records) {
    const { sequence, events } = record;
    for (const event of events) {
      const { accountId } = event;
      let group = groups.get(accountId);
      if (group === undefined) {
        group = { accountId, fromSequence: sequence, events: [], told: new Map() };
        groups.set(accountId, group);
      }
      group.events.push(event);
      if (event === events[0]) addRecord(group.told, event.callId, record);
    }
  }
  return [...groups.values()];
};

export const createAccountBooking = (options: AccountBookingOptions): AccountBooking => {
  const { journal, pool, clock, log, breaker, onParkedProgress, eventsMax } = options;
  let givenOut = 0;

  const book = (accountId: string, events: readonly CallEvent[], told?: Group["told"]): Promise<void> =>
    bookOrQuarantine({ pool, log }, accountId, events, told);
  const parked = createParkedAccounts({
    journal,
    clock,
    log,
    breaker,
    book,
    givenOut: () => givenOut,
    onProgress: onParkedProgress,
    eventsMax,
  });

  return {
    bookNext: async (from) => {
      let records: JournalRecord[] = [];
      let isSeenTo = await breaker.insist(async () => {
        records = await from.take();
      });
      givenOut = from.taken();
      const groups = groupByAccount(records).filter(({ accountId }) => !parked.has(accountId));
      await runEach(groups, pool.limits.connectionsMax, async ({ accountId, fromSequence, events, told }) => {
        const outcome = await bookShare(breaker, () => book(accountId, events, told));
        if (outcome === "stopped") isSeenTo = false;
        else if (outcome !== "booked") parked.park(accountId, fromSequence, outcome.trouble);
      });
      return isSeenTo;
    },
    parkedThrough: parked.bookedThrough,
    stop: parked.stop,
  };
};
