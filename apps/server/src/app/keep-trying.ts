import type { Logger } from "pino";
import type { Clock } from "#clock.ts";

const retryMs = 1_000;

/** Repeats the work until it succeeds; undefined when it was given up before that. */
export const keepTrying = async <Result>(
  work: () => Promise<Result>,
  { clock, log, signal, failure }: { clock: Clock; log: Logger; signal: AbortSignal; failure: string },
): Promise<Result | undefined> => {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, failure);
      await new Promise<void>((resolve) => {
        clock.setTimeout(resolve, retryMs);
      });
    }
  }
  return undefined;
};
