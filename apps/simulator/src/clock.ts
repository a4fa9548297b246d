/** A pending timer of a clock; opaque. */
export type Timer = { readonly id: unknown };

/** The one source of time and timers: real, fast or manual. */
export type Clock = {
  /** Epoch ms. */
  now(): number;
  setTimeout(run: () => void | Promise<void>, delayMs: number): Timer;
  clearTimeout(timer: Timer): void;
};

/** The machine's clock. */
export const createRealClock = (): Clock => createFastClock(1);

/** The machine's clock, sped up: `factor` simulated seconds pass in each real one. */
export const createFastClock = (factor: number): Clock => {
  const startedAt = Date.now();
  return {
    now: () => Math.round(startedAt + (Date.now() - startedAt) * factor),
    setTimeout: (run, delayMs) => ({ id: setTimeout(() => void run(), delayMs / factor) }),
    clearTimeout: (timer) => {
      clearTimeout(timer.id as NodeJS.Timeout);
    },
  };
};
