import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import { createPause } from "./pause.ts";

export type DrainState =
  | { kind: "stopped" }
  | { kind: "booking" }
  | { kind: "waiting-for-database"; sinceMs: number; failures: number; error: string };

/** Repeats what fails, waiting longer after each failure in a row; says once that trouble begins and once that it is over. */
export type Breaker = {
  state(): DrainState;
  /** Repeats the work until it succeeds; false when it was stopped before. */
  insist(work: () => Promise<void>): Promise<boolean>;
  /** Ends all waiting and all repeating. */
  stop(): void;
};

const pauseFirstMs = 50;
const pauseMaxMs = 5_000;

export const createBreaker = (clock: Clock, log: Logger): Breaker => {
  const pause = createPause(clock);
  const stopping = new AbortController();
  let state: DrainState = { kind: "booking" };

  const succeed = (): void => {
    if (state.kind !== "waiting-for-database") return;
    log.info({ failures: state.failures, awayMs: clock.now() - state.sinceMs }, "booking goes on");
    state = { kind: "booking" };
    pause.end();
  };

  /** Gives the time to wait before the next try. */
  const fail = (error: unknown): number => {
    const before = state.kind === "waiting-for-database" ? state : { sinceMs: clock.now(), failures: 0 };
    const failures = before.failures + 1;
    if (failures === 1) log.error({ err: error }, "booking waits");
    const message = error instanceof Error ? error.message : String(error);
    state = { kind: "waiting-for-database", sinceMs: before.sinceMs, failures, error: message };
    return Math.min(pauseMaxMs, pauseFirstMs * 2 ** (failures - 1));
  };

  return {
    state: () => (stopping.signal.aborted ? { kind: "stopped" } : state),
    insist: async (work) => {
      while (!stopping.signal.aborted) {
        try {
          await work();
          succeed();
          return true;
        } catch (error) {
          const waitMs = fail(error);
          if (!stopping.signal.aborted) await pause.wait(waitMs);
        }
      }
      return false;
    },
    stop: () => {
      stopping.abort();
      pause.end();
    },
  };
};
