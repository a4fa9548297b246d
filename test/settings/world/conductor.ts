import type { LeapingClock } from "./leaping-clock.ts";

/** Plays that run side by side and wait together, so that time passes once for all of them. */
export type Conductor<Call, Story> = {
  /** Runs them all; each one's error is its own. */
  playAll<Result>(plays: readonly (() => Promise<Result>)[]): Promise<PromiseSettledResult<Result>[]>;
  /** Has these calls made, together with those of all other plays. */
  call(calls: readonly Call[]): Promise<readonly Story[]>;
  /** Waits until it is that time. */
  until(at: number): Promise<void>;
  /** Made by the first play that asks for it; the others wait, and let time pass meanwhile. */
  share<Value>(make: () => Promise<Value>): () => Promise<Value>;
};

type Waiting<Call, Story> = {
  calls: readonly Call[];
  resolve: (stories: readonly Story[]) => void;
  reject: (error: unknown) => void;
};

type Sleeping = { at: number; wake: () => void };

export const createConductor = <Call, Story>(
  clock: LeapingClock,
  makeCalls: (calls: readonly Call[]) => Promise<readonly Story[]>,
): Conductor<Call, Story> => {
  let running = 0;
  let waiting: Waiting<Call, Story>[] = [];
  let sleeping: Sleeping[] = [];

  const makeAll = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    running += batch.length;
    try {
      const stories = await makeCalls(batch.flatMap(({ calls }) => calls));
      let from = 0;
      for (const { calls, resolve } of batch) {
        resolve(stories.slice(from, from + calls.length));
        from += calls.length;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const wakeNext = (): void => {
    const at = Math.min(...sleeping.map((each) => each.at));
    clock.leapTo(at);
    const due = sleeping.filter((each) => each.at <= at);
    sleeping = sleeping.filter((each) => each.at > at);
    running += due.length;
    for (const { wake } of due) wake();
  };
  const goOn = (): void => {
    if (running > 0) return;
    if (waiting.length > 0) void makeAll();
    else if (sleeping.length > 0) wakeNext();
  };
  const rest = (): void => {
    running -= 1;
    goOn();
  };

  return {
    playAll: (plays) => {
      running += plays.length;
      return Promise.allSettled(plays.map((play) => play().finally(rest)));
    },
    call: (calls) =>
      new Promise((resolve, reject) => {
        waiting.push({ calls, resolve, reject });
        rest();
      }),
    until: (at) =>
      new Promise((resolve) => {
        if (clock.now() >= at) return resolve();
        sleeping.push({ at, wake: resolve });
        rest();
      }),
    share: (make) => {
      let made: ReturnType<typeof make> | undefined;
      let isMade = false;
      return () => {
        if (made === undefined) return (made = make().finally(() => (isMade = true)));
        if (isMade) return made;
        const later = made.finally(() => (running += 1));
        rest();
        return later;
      };
    },
  };
};
