import type { Clock, Timer } from "#clock.ts";
import type { Log } from "./disk/log.ts";
import { JournalRefusedError } from "./journal/journal-errors.ts";

/** How long somebody waits for the disk. */
export type WriteDeadline = {
  /** Whether some write is late and not over yet: another one would wait as well. */
  isLate(): boolean;
  /** `late` rejects with JournalRefusedError when the write is not settled in time. */
  watch(): { late: Promise<never>; settle: () => void };
};

/** A disk that takes longer stands still: the carrier is to hear so while the caller is still on the line. */
const writeMaxMs = 3_000;

export const toLateError = (): JournalRefusedError =>
  new JournalRefusedError(new Error("the disk does not answer"));

export const createWriteDeadline = (clock: Clock, log: Log): WriteDeadline => {
  let overdue = 0;

  return {
    isLate: () => overdue > 0,
    watch: () => {
      let isOverdue = false;
      let timer: Timer | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = clock.setTimeout(() => {
          isOverdue = true;
          overdue += 1;
          if (overdue === 1) log.error({}, "the journal's disk does not answer, webhooks are refused");
          reject(toLateError());
        }, writeMaxMs);
      });
      const settle = (): void => {
        if (timer !== undefined) clock.clearTimeout(timer);
        if (!isOverdue) return;
        overdue -= 1;
        if (overdue === 0) log.warn({}, "the journal's disk answers again");
      };
      return { late, settle };
    },
  };
};
