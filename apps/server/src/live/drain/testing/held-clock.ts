import type { Clock, Timer } from "#clock.ts";

type Waiting = Timer & { at: number; run: () => void | Promise<void> };

/** A clock that stands until it is moved; timers run in the order of their times. */
export const createHeldClock = (startMs = 1_767_225_600_000): Clock & { advance(ms: number): void } => {
  let now = startMs;
  let ids = 0;
  let waiting: Waiting[] = [];
  const take = (until: number): Waiting | undefined => {
    const [first] = waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    waiting = waiting.filter((timer) => timer !== first);
    return first;
  };
  return {
    now: () => now,
    setTimeout: (run, delayMs) => {
      ids += 1;
      const timer = { id: ids, at: now + delayMs, run };
      waiting.push(timer);
      return timer;
    },
    clearTimeout: (timer) => {
      waiting = waiting.filter(({ id }) => id !== timer.id);
    },
    advance: (ms) => {
      const until = now + ms;
      for (let timer = take(until); timer !== undefined; timer = take(until)) {
        now = timer.at;
        void timer.run();
      }
      now = until;
    },
  };
};
