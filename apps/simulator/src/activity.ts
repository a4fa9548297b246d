/**
 * Counts the work of one call that runs now, as against what waits for a timer, a key or a person,
 * so that a clock can tell when everything that a timer started has ended or waits again.
 */
export type Activity = {
  /** Starts work beside the one that calls. */
  start(work: () => Promise<void>): void;
  /** Waits without counting as work; `begin` gets the waker and returns what takes its listeners away. */
  park<T>(begin: (wake: (value: T) => void) => () => void): Promise<T>;
  /** Settles when nothing of this call runs. */
  idle(): Promise<void>;
};

/** `onFailure` hears of errors that no work handled. */
export const createActivity = (onFailure: (error: unknown) => void): Activity => {
  let running = 0;
  let waiting: (() => void)[] = [];
  const leave = (): void => {
    running -= 1;
    if (running > 0) return;
    const settled = waiting;
    waiting = [];
    for (const settle of settled) settle();
  };
  return {
    start: (work) => {
      running += 1;
      void work().catch(onFailure).finally(leave);
    },
    park: async <T>(begin: (wake: (value: T) => void) => () => void): Promise<T> => {
      const woken = new Promise<T>((resolve) => {
        let isAwake = false;
        let stop: (() => void) | undefined;
        const wake = (value: T): void => {
          if (isAwake) return;
          isAwake = true;
          running += 1;
          stop?.();
          resolve(value);
        };
        stop = begin(wake);
        if (isAwake) stop();
      });
      leave();
      return woken;
    },
    idle: () =>
      running === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
  };
};
