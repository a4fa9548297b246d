/** How many phones of each target were in use at the same time, by what really happened. */
export type Occupancy = {
  /** A phone rang or was talked on from `startedAt` to `endedAt` (epoch ms). */
  add(target: string, startedAt: number, endedAt: number): void;
  /** The most at any moment, by target. */
  peaks(): ReadonlyMap<string, number>;
};

const toPeak = (starts: readonly number[], ends: readonly number[]): number => {
  const [begun, over] = [starts.toSorted((a, b) => a - b), ends.toSorted((a, b) => a - b)];
  let [peak, ended] = [0, 0];
  for (const [index, startedAt] of begun.entries()) {
    // What ends in the same millisecond has ended: a freed place may be taken at once.
    while ((over[ended] ?? Number.POSITIVE_INFINITY) <= startedAt) ended += 1;
    peak = Math.max(peak, index + 1 - ended);
  }
  return peak;
};

export const createOccupancy = (): Occupancy => {
  const byTarget = new Map<string, { starts: number[]; ends: number[] }>();
  return {
    add: (target, startedAt, endedAt) => {
      const times = byTarget.get(target) ?? { starts: [], ends: [] };
      byTarget.set(target, times);
      times.starts.push(startedAt);
      times.ends.push(endedAt);
    },
    peaks: () => new Map([...byTarget].map(([target, { starts, ends }]) => [target, toPeak(starts, ends)])),
  };
};
