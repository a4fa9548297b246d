import type { Clock, Timer } from "#clock.ts";

/** One moment per call at which something is to be done about it. */
export type DueList = {
  /** Sets or moves the call's moment (epoch ms, may lie in the past); null for none. */
  set(callId: string, at: number | null): void;
  size: () => number;
  /** Moments are only run from now on. */
  start: () => void;
  close: () => void;
};

type Entry = { at: number; callId: string };

// Longer delays overflow the machine's timers; after this one the list is looked at anew.
const delayMostMs = 3_600_000;

const siftUp = (heap: Entry[], from: number): void => {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const [above, entry] = [heap[parent], heap[index]];
    if (above === undefined || entry === undefined || above.at <= entry.at) return;
    heap[parent] = entry;
    heap[index] = above;
    index = parent;
  }
};

const siftDown = (heap: Entry[]): void => {
  for (let index = 0; ;) {
    const left = 2 * index + 1;
    const [first, second] = [heap[left], heap[left + 1]];
    if (first === undefined) return;
    const [child, below] = second !== undefined && second.at < first.at ? [left + 1, second] : [left, first];
    const entry = heap[index];
    if (entry === undefined || entry.at <= below.at) return;
    heap[child] = entry;
    heap[index] = below;
    index = child;
  }
};

const popEarliest = (heap: Entry[]): void => {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  siftDown(heap);
};

/** Runs each call's moment once, by one heap and one armed timer, however many calls there are. */
export const createDueList = (clock: Clock, run: (callId: string) => void): DueList => {
  const moments = new Map<string, number>();
  // A moved moment leaves its old entry behind, which is passed over when its time comes.
  const heap: Entry[] = [];
  let armed: { timer: Timer; at: number } | undefined;
  let isRunning = false;

  const disarm = (): void => {
    if (armed !== undefined) clock.clearTimeout(armed.timer);
    armed = undefined;
  };

  const arm = (): void => {
    const [earliest] = heap;
    if (earliest === undefined || !isRunning || (armed !== undefined && armed.at <= earliest.at)) return;
    disarm();
    const delayMs = Math.min(Math.max(earliest.at - clock.now(), 0), delayMostMs);
    armed = { timer: clock.setTimeout(fire, delayMs), at: earliest.at };
  };

  const fire = (): void => {
    armed = undefined;
    const now = clock.now();
    const due: string[] = [];
    for (let [first] = heap; first !== undefined && first.at <= now; [first] = heap) {
      popEarliest(heap);
      if (moments.get(first.callId) !== first.at) continue;
      moments.delete(first.callId);
      due.push(first.callId);
    }
    for (const callId of due) run(callId);
    arm();
  };

  return {
    set: (callId, at) => {
      if (moments.get(callId) === at) return;
      if (at === null) {
        moments.delete(callId);
        return;
      }
      moments.set(callId, at);
      heap.push({ at, callId });
      siftUp(heap, heap.length - 1);
      arm();
    },
    size: () => moments.size,
    start: () => {
      isRunning = true;
      arm();
    },
    close: () => {
      isRunning = false;
      disarm();
    },
  };
};
