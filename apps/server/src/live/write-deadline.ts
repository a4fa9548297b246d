import type { Clock } from "#clock.ts";
import type { Log } from "./disk/log.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";

/** How long somebody waits for the disk. */
export type WriteDeadline = {
  /** Whether some write is late and not over yet: another one would wait as well. */
  isLate(): boolean;
  /** As the write settles, or rejects with JournalRefusedError when that takes too long; the write goes on. */
  within<Result>(write: Promise<Result>): Promise<Result>;
};

/** A disk that takes longer stands still: the carrier is to hear so while the caller is still on the line. */
const writeMaxMs = 3_000;

export const toLateError = (): JournalRefusedError =>
  new JournalRefusedError(new Error("the disk does not answer"));

type Waiting = { lateAt: number; giveUp: () => void };

export const createWriteDeadline = (clock: Clock, log: Log): WriteDeadline => {
  // In the order in which they become late.
  const waiting = new Set<Waiting>();
  let isWatching = false;
  let overdue = 0;

  /** One timer for all: it goes from the first that waits to whoever is the first then. */
  const watch = (): void => {
    const [first] = waiting;
    isWatching = first !== undefined;
    if (first !== undefined) clock.setTimeout(giveUpLate, first.lateAt - clock.now());
  };

  const giveUpLate = (): void => {
    const now = clock.now();
    for (const one of waiting) {
      if (one.lateAt > now) break;
      waiting.delete(one);
      overdue += 1;
      if (overdue === 1) log.error({}, "the journal's disk does not answer, webhooks are refused");
      one.giveUp();
    }
    watch();
  };

  const settle = (one: Waiting): void => {
    if (waiting.delete(one)) return;
    overdue -= 1;
    if (overdue === 0) log.warn({}, "the journal's disk answers again");
  };

  return {
    isLate: () => overdue > 0,
    within: (write) =>
      new Promise((resolve, reject) => {
        const one = { lateAt: clock.now() + writeMaxMs, giveUp: () => reject(toLateError()) };
        waiting.add(one);
        if (!isWatching) watch();
        const settled = (): void => settle(one);
        write.then(settled, settled);
        write.then(resolve, reject);
      }),
  };
};
