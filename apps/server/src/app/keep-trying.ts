import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";

type TryOptions = {
  clock: Clock;
  log: Pick<Log, "error">;
  signal: AbortSignal;
  /** What a failed try is called in the log. */
  failure: string;
  triesMax?: number;
};

const retryMs = 1_000;

const rest = (clock: Clock, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clock.clearTimeout(timer);
      signal.removeEventListener("abort", finish);
      resolve();
    };
    const timer = clock.setTimeout(finish, retryMs);
    signal.addEventListener("abort", finish);
  });

/** Repeats the work until it succeeds; undefined when it was given up before that. */
export const keepTrying = async <Result>(
  work: () => Promise<Result>,
  { clock, log, signal, failure, triesMax = Infinity }: TryOptions,
): Promise<Result | undefined> => {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      return await work();
    } catch (error) {
      // What fails because everything is being closed is no trouble.
      if (signal.aborted) return undefined;
      log.error({ err: error }, failure);
      if (tries >= triesMax) return undefined;
      await rest(clock, signal);
    }
  }
  return undefined;
};
