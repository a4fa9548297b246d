import type { LeapingClock } from "./leaping-clock.ts";

/** Plays that run side by side and wait together, so that time passes once for all of them. */
export type Conductor<Call, Story> = {
  /** Runs them all; each one's error is its own. */
  playAll<Result>(plays: readonly (() => Promise<Result>)[]): Promise<PromiseSettledResult<Result>[]>;
  /** Has these calls made, together with those of all other plays. */
  call(calls: readonly Call[]): Promise<readonly Story[]>;
  /** Waits until it is that time. */
  until(at: number): Promise<void>;
  /**
   * Made by the first play that asks for it; the others wait, and let time pass meanwhile. After so many plays the next
   * one makes another.
   */
  share<Value>(make: () => Promise<Value>, playsMax?: number): () => Promise<Value>;
};

type Waiting<Call, Story> = {
  calls: readonly Call[];
  resolve: (stories: readonly Story[]) => void;
  reject: (error: unknown) => void;
};

type Shared<Value> = { made: Promise<Value>; isMade: boolean; plays: number };

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
    share: <Value>(make: () => Promise<Value>, playsMax = Infinity) => {
      let present: Shared<Value> | undefined;
      const begin = (): Promise<Value> => {
        const shared: Shared<Value> = {
          made: make().finally(() => (shared.isMade = true)),
          isMade: false,
          plays: 1,
        };
        present = shared;
        return shared.made;
      };
      return () => {
        if (present === undefined || present.plays === playsMax) return begin();
        present.plays += 1;
        if (present.isMade) return present.made;
        const later = present.made.finally(() => (running += 1));
        rest();
        return later;
      };
    },
  };
};
