/** A pending timer of a clock; opaque. */
export type Timer = { readonly id: unknown };

/** The one source of time and timers in the server, so that tests and simulations can hold it. */
export type Clock = {
  /** Epoch ms. */
  now(): number;
  setTimeout(run: () => void | Promise<void>, delayMs: number): Timer;
  clearTimeout(timer: Timer): void;
};

/** The machine's clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (run, delayMs) => ({ id: setTimeout(() => void run(), delayMs).unref() }),
  clearTimeout: (timer) => {
    clearTimeout(timer.id as NodeJS.Timeout);
  },
};
