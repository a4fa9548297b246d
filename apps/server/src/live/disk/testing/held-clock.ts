import type { Clock } from "#clock.ts";

export type HeldClock = Clock & { advance: (ms: number) => Promise<void> };

/** A clock that moves only when it is told to; `advance` runs what falls due and lets it finish. */
export const createHeldClock = (start = 1_800_000_000_000): HeldClock => {
  let now = start;
  let nextId = 0;
  const due = new Map<number, { at: number; run: () => void | Promise<void> }>();

  const runDue = async (): Promise<void> => {
    for (const [id, { at, run }] of due) {
      if (at > now) continue;
      due.delete(id);
      await run();
    }
  };

  return {
    now: () => now,
    setTimeout: (run, delayMs) => {
      nextId += 1;
      due.set(nextId, { at: now + delayMs, run });
      return { id: nextId };
    },
    clearTimeout: (timer) => {
      due.delete(timer.id as number);
    },
    advance: async (ms) => {
      now += ms;
      await runDue();
    },
  };
};
