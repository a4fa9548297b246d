/** A timer of the manual clock; `run` is taken away when it is cleared. */
export type HeapTimer = {
  readonly dueAt: number;
  readonly order: number;
  run: (() => void | Promise<void>) | undefined;
};

/** Timers by due time, then by the order in which they were set. */
export type TimerHeap = {
  push(timer: HeapTimer): void;
  /** The earliest timer that was not cleared. */
  peek(): HeapTimer | undefined;
  pop(): HeapTimer | undefined;
};

const isBefore = (a: HeapTimer, b: HeapTimer): boolean =>
  a.dueAt === b.dueAt ? a.order < b.order : a.dueAt < b.dueAt;

/** A binary heap; cleared timers leave it when they come to the top. */
export const createTimerHeap = (): TimerHeap => {
  const items: HeapTimer[] = [];

  const place = (index: number, timer: HeapTimer): void => {
    items[index] = timer;
  };
  const removeTop = (): HeapTimer | undefined => {
    const top = items[0];
    const last = items.pop();
    if (top === undefined || last === undefined || items.length === 0) return top;
    sinkFromTop(items, last, place);
    return top;
  };
  const peek = (): HeapTimer | undefined => {
    while (items[0] !== undefined && items[0].run === undefined) removeTop();
    return items[0];
  };
  return {
    push: (timer) => {
      let index = items.length;
      while (index > 0) {
        const above = (index - 1) >> 1;
        const parent = items[above];
        if (parent === undefined || !isBefore(timer, parent)) break;
        place(index, parent);
        index = above;
      }
      place(index, timer);
    },
    peek,
    pop: () => (peek() === undefined ? undefined : removeTop()),
  };
};

const sinkFromTop = (
  items: readonly HeapTimer[],
  sinking: HeapTimer,
  place: (index: number, timer: HeapTimer) => void,
): void => {
  let index = 0;
  for (;;) {
    const left = items[2 * index + 1];
    const right = items[2 * index + 2];
    const isRight = left !== undefined && right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (child === undefined || !isBefore(child, sinking)) break;
    place(index, child);
    index = 2 * index + (isRight ? 2 : 1);
  }
  place(index, sinking);
};
