import type { Logger } from "pino";

const smallestJudged = 3;
const shareMax = 0.3;

/** One account may always go; of three and more no larger part than this at once. */
const isTooMuch = (gone: number, held: number): boolean =>
  held >= smallestJudged && gone > Math.max(1, held * shareMax);

/**
 * Tells, poll by poll, which accounts of the snapshot to forget: those that the database did not know twice in a row.
 * When it knows nobody, or lacks many at once, it is rather the wrong database: then nobody is forgotten.
 */
export const createGoneFinder = (log: Pick<Logger, "error">) => {
  let missing: ReadonlySet<string> = new Set();
  let refused = 0;

  return (held: readonly string[], known: ReadonlySet<string>): string[] => {
    if (known.size === 0) return [];
    const absent = held.filter((accountId) => !known.has(accountId));
    const gone = absent.filter((accountId) => missing.has(accountId));
    missing = new Set(absent);
    const isRefused = isTooMuch(gone.length, held.length);
    // Once for each number, or every poll would tell it again.
    if (isRefused && gone.length !== refused) {
      log.error({ gone: gone.length, of: held.length }, "too many accounts are gone at once: all are kept");
    }
    refused = isRefused ? gone.length : 0;
    return isRefused ? [] : gone;
  };
};
