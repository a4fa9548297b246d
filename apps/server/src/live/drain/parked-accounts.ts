import type { CallEvent } from "@ccp/engine";
import type { Logger } from "pino";
import { DatabaseError } from "pg";
import type { Clock } from "#clock.ts";
import type { Journal } from "#live/journal/journal.ts";
import type { Breaker } from "./breaker.ts";
import { createPause } from "./pause.ts";

/** Accounts that cannot be booked at present while others can: each goes on by itself, read from the journal in order. */
export type ParkedAccounts = {
  has(accountId: string): boolean;
  /** Takes over all of an account's events from this record on, until they are booked. */
  park(accountId: string, fromSequence: number, error: unknown): void;
  /** Every event of a parked account up to this record is booked; infinite when none is parked. */
  bookedThrough(): number;
  /** Ends after the share at hand. */
  stop(): Promise<void>;
};

type ParkedOptions = {
  journal: Pick<Journal, "readAfter">;
  clock: Clock;
  log: Logger;
  breaker: Breaker;
  book: (accountId: string, events: readonly CallEvent[]) => Promise<void>;
  /** The last record that was given out to be booked: events beyond it are not the parked account's yet. */
  givenOut: () => number;
  onProgress: () => void;
  eventsMax: number;
};

type Share = { events: readonly CallEvent[]; through: number };

/** `next`: the first record that may hold unbooked events; `failures` are in a row. */
type Lane = { accountId: string; next: number; eventsMax: number; failures: number; retryAt: number };

const pauseFirstMs = 250;
const pauseMaxMs = 5_000;

const codeOf = (error: unknown): string => (error instanceof DatabaseError ? (error.code ?? "") : "");

const takesTooLong = (error: unknown): boolean => codeOf(error) === "57014";

/** SQLSTATEs by which the server answers that this transaction has to wait: locks, conflicts, time limits. */
const isOneAccountsTrouble = (error: unknown): boolean =>
  takesTooLong(error) || codeOf(error) === "55P03" || codeOf(error).startsWith("40");

/**
 * Books one share, as often as it takes while nobody can be booked. Resolves with the trouble when it is this share's
 * own and passes, with "booked", or with "stopped".
 */
export const bookShare = async (
  breaker: Breaker,
  work: () => Promise<void>,
): Promise<"booked" | "stopped" | { trouble: unknown }> => {
  let outcome: "booked" | { trouble: unknown } = "booked";
  const isAnswered = await breaker.insist(async () => {
    try {
      await work();
    } catch (error) {
      if (!isOneAccountsTrouble(error)) throw error;
      outcome = { trouble: error };
    }
  });
  return isAnswered ? outcome : "stopped";
};

const readShare = async (journal: ParkedOptions["journal"], lane: Lane, last: number): Promise<Share> => {
  const events: CallEvent[] = [];
  let through = lane.next - 1;
  for await (const record of journal.readAfter(through)) {
    if (record.sequence > last || events.length >= lane.eventsMax) break;
    events.push(...record.events.filter(({ accountId }) => accountId === lane.accountId));
    through = record.sequence;
  }
  if (through < last && events.length < lane.eventsMax) {
    throw new Error(`The journal ends before record ${last}, which was written.`);
  }
  return { events, through };
};

const postpone = (lane: Lane, error: unknown, events: number, now: number): void => {
  lane.retryAt = now + Math.min(pauseMaxMs, pauseFirstMs * 2 ** lane.failures);
  lane.failures += 1;
  if (takesTooLong(error)) lane.eventsMax = Math.max(1, Math.min(lane.eventsMax, events) >> 1);
};

/** One lane is worked on at a time, so that parked accounts take no more than one connection from the others. */
export const createParkedAccounts = (options: ParkedOptions): ParkedAccounts => {
  const { journal, clock, log, breaker, book, givenOut, onProgress, eventsMax } = options;
  const lanes = new Map<string, Lane>();
  const pause = createPause(clock);
  let running: Promise<void> | undefined;

  const isStopped = (): boolean => breaker.state().kind === "stopped";

  const moveTo = (lane: Lane, through: number): void => {
    lane.next = through + 1;
    lane.failures = 0;
    if (through >= givenOut()) {
      lanes.delete(lane.accountId);
      log.info({ accountId: lane.accountId }, "a parked account is booked again");
    }
    onProgress();
  };

  const workOn = async (lane: Lane): Promise<void> => {
    const { accountId } = lane;
    let share: Share = { events: [], through: 0 };
    const isRead = await breaker.insist(async () => {
      share = await readShare(journal, lane, givenOut());
    });
    if (!isRead) return;
    const { events, through } = share;
    const outcome = events.length === 0 ? "booked" : await bookShare(breaker, () => book(accountId, events));
    if (outcome === "booked") moveTo(lane, through);
    else if (outcome !== "stopped") postpone(lane, outcome.trouble, events.length, clock.now());
  };

  const run = async (): Promise<void> => {
    while (!isStopped()) {
      const [lane] = [...lanes.values()].sort((a, b) => a.retryAt - b.retryAt);
      if (lane === undefined) break;
      const waitMs = lane.retryAt - clock.now();
      if (waitMs > 0) await pause.wait(waitMs);
      else await workOn(lane);
    }
    running = undefined;
  };

  return {
    has: (accountId) => lanes.has(accountId),
    park: (accountId, fromSequence, error) => {
      const lane = { accountId, next: fromSequence, eventsMax, failures: 0, retryAt: 0 };
      postpone(lane, error, eventsMax, clock.now());
      lanes.set(accountId, lane);
      log.error({ err: error, accountId }, "an account cannot be booked at present, the others go on");
      pause.end();
      running ??= run();
    },
    bookedThrough: () => Math.min(...[...lanes.values()].map(({ next }) => next - 1)),
    stop: async () => {
      pause.end();
      await running;
    },
  };
};
