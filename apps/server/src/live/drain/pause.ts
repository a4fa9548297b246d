import type { Clock } from "#clock.ts";

/** Waiting that can be ended early, all of it at once. */
export type Pause = {
  wait(ms: number): Promise<void>;
  end(): void;
};

export const createPause = (clock: Clock): Pause => {
  const waiting = new Set<() => void>();
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const finish = (): void => {
          clock.clearTimeout(timer);
          waiting.delete(finish);
          resolve();
        };
        const timer = clock.setTimeout(finish, ms);
        waiting.add(finish);
      }),
    end: () => {
      for (const finish of waiting) finish();
    },
  };
};
