import type { Simulator } from "@ccp/simulator";
import { until } from "./until.ts";

const endMaxMs = 60_000;

/** Waits until so many more calls have ended at the carrier, their callbacks included. */
export const untilMoreEnded = async ({ counters }: Simulator, calls: number): Promise<void> => {
  const countEnded = (): number => counters.callsPlaced - counters.callsOpen;
  const goal = countEnded() + calls;
  await until(() => countEnded() >= goal, {
    timeoutMs: endMaxMs,
    describe: () => `${goal - countEnded()} of ${calls} calls do not end.`,
  });
};

/** Waits until no call is open at the carrier. */
export const untilAllEnded = ({ counters }: Simulator): Promise<void> =>
  until(() => counters.callsOpen === 0, {
    timeoutMs: endMaxMs,
    describe: () => `${counters.callsOpen} calls do not end.`,
  });
