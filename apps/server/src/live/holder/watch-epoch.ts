import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import type { Epochs } from "./epoch.ts";

export type WatchOptions = { name: string; epochs: Epochs; clock: Clock; log: Log };

export type EpochWatch = { lost: AbortSignal; epoch: () => number | undefined; stop: () => void };

const INTERVAL_MS = 1000;
/** How long a silent PostgreSQL may delay the start. */
const FIRST_TAKE_MS = 1500;

/**
 * Takes the epoch and then looks once a second whether somebody took a later one. A PostgreSQL that does not answer
 * changes nothing. Resolves when the epoch is taken, or could not be taken in time and is tried for in the background.
 */
export const watchEpoch = async ({ name, epochs, clock, log }: WatchOptions): Promise<EpochWatch> => {
  const lost = new AbortController();
  let epoch: number | undefined;
  let isStopped = false;
  // What is wrong before the first answer, whoever opens the database says.
  let isAnswered = false;

  const take = async (): Promise<void> => {
    epoch = await epochs.takeEpoch(name);
  };

  const look = async (mine: number): Promise<void> => {
    const latest = await epochs.readEpoch();
    if (latest <= mine) return;
    isStopped = true;
    log.error({ mine, latest }, "another process has taken the live state: nothing is acknowledged any more");
    lost.abort(new Error("Another process has taken the live state."));
  };

  const turn = async (): Promise<void> => {
    try {
      await (epoch === undefined ? take() : look(epoch));
      isAnswered = true;
    } catch (err) {
      if (isAnswered) log.warn({ err }, "the epoch of the live state cannot be asked for");
      isAnswered = false;
    }
    if (!isStopped) clock.setTimeout(turn, INTERVAL_MS);
  };

  const first = turn();
  await Promise.race([
    first,
    new Promise<void>((resolve) => {
      const timer = clock.setTimeout(resolve, FIRST_TAKE_MS);
      void first.finally(() => {
        clock.clearTimeout(timer);
      });
    }),
  ]);

  return {
    lost: lost.signal,
    epoch: () => epoch,
    stop: () => {
      isStopped = true;
    },
  };
};
