import { createRandom } from "@ccp/engine";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Of each hour of a day in UTC; most people call while it is day in America. */
const hourWeights = [6, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 9, 9, 8, 8, 8, 7, 7];
const weightOfDay = hourWeights.reduce((sum, weight) => sum + weight, 0);

/** Most of the calls follow a spot that airs at the full hour, and all come within this. */
const spotMs = 20_000;

const toHour = (random: () => number): number => {
  let left = random() * weightOfDay;
  return hourWeights.findIndex((weight) => (left -= weight) < 0);
};

/** When calls arrive over so many days from `startAt` on (epoch ms, a full hour), in order. */
export const toArrivals = (
  seed: string,
  options: { startAt: number; days: number; calls: number },
): number[] => {
  const random = createRandom(`${seed}:arrivals`);
  const toArrival = (): number => {
    const day = Math.floor(random() * options.days);
    const within = random() * (random() < 0.8 ? spotMs : HOUR_MS);
    return Math.floor(
      options.startAt +
        day * DAY_MS +
        ((toHour(random) * HOUR_MS - (options.startAt % DAY_MS) + DAY_MS) % DAY_MS) +
        within,
    );
  };
  return Array.from({ length: options.calls }, toArrival).toSorted((a, b) => a - b);
};
