import type { Logger } from "pino";
import type { Clock } from "#clock.ts";

export type DrainState =
  | { kind: "stopped" }
  | { kind: "booking" }
  | { kind: "waiting-for-database"; sinceMs: number; failures: number; error: string };

/** Waits longer after each failure in a row, and says so once when trouble begins and once when it is over. */
export type Breaker = {
  state(): DrainState;
  succeeded(): void;
  /** Resolves when it is time for the next try. */
  failed(error: unknown): Promise<void>;
  /** Ends all waiting now. */
  interrupt(): void;
};

const pauseFirstMs = 50;
const pauseMaxMs = 5_000;

export const createBreaker = (clock: Clock, log: Logger): Breaker => {
  let state: DrainState = { kind: "booking" };
  let waiting: (() => void)[] = [];

  const interrupt = (): void => {
    for (const resume of waiting) resume();
    waiting = [];
  };

  return {
    state: () => state,
    interrupt,
    succeeded: () => {
      if (state.kind !== "waiting-for-database") return;
      log.info({ failures: state.failures, awayMs: clock.now() - state.sinceMs }, "booking goes on");
      state = { kind: "booking" };
      interrupt();
    },
    failed: (error) => {
      const before = state.kind === "waiting-for-database" ? state : { sinceMs: clock.now(), failures: 0 };
      const failures = before.failures + 1;
      const message = error instanceof Error ? error.message : String(error);
      if (failures === 1) log.error({ err: error }, "booking waits");
      state = { kind: "waiting-for-database", sinceMs: before.sinceMs, failures, error: message };
      const pauseMs = Math.min(pauseMaxMs, pauseFirstMs * 2 ** (failures - 1));
      return new Promise((resolve) => {
        const timer = clock.setTimeout(resolve, pauseMs);
        waiting.push(() => {
          clock.clearTimeout(timer);
          resolve();
        });
      });
    },
  };
};
