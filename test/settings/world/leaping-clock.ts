import { createManualClock, type ManualClock, type ManualClockOptions } from "@ccp/simulator";

/** A manual clock that can also leap, as a machine's does after a sleep: timers keep their distance. */
export type LeapingClock = ManualClock & { leapTo(at: number): void };

export const createLeapingClock = (options: ManualClockOptions): LeapingClock => {
  const clock = createManualClock(options);
  let leaptMs = 0;
  const now = (): number => clock.now() + leaptMs;
  return {
    ...clock,
    now,
    leapTo: (at) => {
      leaptMs += Math.max(0, at - now());
    },
  };
};
