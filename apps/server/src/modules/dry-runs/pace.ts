import { setImmediate } from "node:timers/promises";

/** Lets everything else go on once a slice of time is used up; rejects when the work is not wanted any more. */
export type Pace = () => Promise<void>;

const sliceMs = 2;

/** Work that calls it often enough never keeps a call waiting for longer than a slice. */
export const createPace = (signal: AbortSignal, now: () => number): Pace => {
  let since = now();
  return async () => {
    if (now() - since < sliceMs) return;
    await setImmediate();
    signal.throwIfAborted();
    since = now();
  };
};
