import type { Clock } from "./clock.ts";
import { createTimerHeap, type HeapTimer } from "./timer-heap.ts";

export type ManualClockOptions = {
  /** Epoch ms at which the clock starts. */
  readonly startAt: number;
  /** Timers due within this span of the earliest one run side by side. */
  readonly quantumMs: number;
  /** Real ms after which work that has not ended no longer holds the clock; 5000 by default. */
  readonly stallMs?: number;
};

/** A clock that moves only when told to, and waits for the work of each timer before it goes on. */
export type ManualClock = Clock & {
  /** Runs everything due within the next `ms`, then stands at exactly that time. */
  advance(ms: number): Promise<void>;
  /** Runs timers until `predicate` holds or `maxMs` have passed; answers whether it holds. */
  advanceUntil(predicate: () => boolean, maxMs: number): Promise<boolean>;
  /** Runs timers until none is left. */
  runUntilIdle(): Promise<void>;
};

export const createManualClock = (options: ManualClockOptions): ManualClock => {
  const { quantumMs, stallMs = 5000 } = options;
  const heap = createTimerHeap();
  let now = options.startAt;
  let order = 0;
  const unfinished = new Set<Promise<void>>();

  const start = (timer: HeapTimer): void => {
    const run = timer.run;
    timer.run = undefined;
    now = Math.max(now, timer.dueAt);
    const work = run?.();
    if (work === undefined) return;
    const tracked = work.finally(() => unfinished.delete(tracked));
    unfinished.add(tracked);
  };
  const runBatch = async (untilAt: number): Promise<void> => {
    const first = heap.peek();
    if (first === undefined) return;
    const batchEndsAt = Math.min(untilAt, Math.max(first.dueAt, now) + quantumMs);
    for (let next = heap.peek(); next !== undefined && next.dueAt <= batchEndsAt; next = heap.peek()) {
      heap.pop();
      start(next);
    }
    if (unfinished.size > 0) await waitAtMost(Promise.all(unfinished), stallMs);
  };
  const runWhile = async (untilAt: number, goesOn: () => boolean): Promise<void> => {
    for (let next = heap.peek(); next !== undefined && next.dueAt <= untilAt && goesOn(); next = heap.peek())
      await runBatch(untilAt);
  };

  return {
    now: () => now,
    setTimeout: (run, delayMs) => {
      // No clock of a machine knows parts of a millisecond.
      const timer: HeapTimer = { dueAt: now + Math.max(0, Math.ceil(delayMs)), order: order++, run };
      heap.push(timer);
      return { id: timer };
    },
    clearTimeout: ({ id }) => {
      (id as HeapTimer).run = undefined;
    },
    advance: async (ms) => {
      const untilAt = now + ms;
      await runWhile(untilAt, () => true);
      now = Math.max(now, untilAt);
    },
    advanceUntil: async (predicate, maxMs) => {
      await runWhile(now + maxMs, () => !predicate());
      return predicate();
    },
    runUntilIdle: () => runWhile(Number.POSITIVE_INFINITY, () => true),
  };
};

/** Work that itself waits for a later timer would hold the clock for ever: after `stallMs` it no longer does. */
const waitAtMost = async (work: Promise<unknown>, stallMs: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, stallMs);
  });
  await Promise.race([work, stalled]);
  clearTimeout(timer);
};
