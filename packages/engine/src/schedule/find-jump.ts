import { MINUTE_MS, toOffsetMs } from "./time-zone.ts";

/**
 * The first minute of UTC after `at` at which the zone has another offset (epoch ms); there must be one, and only one,
 * no later than `until`.
 */
export const findJump = (timeZone: string, at: number, until: number): number => {
  const offsetMs = toOffsetMs(timeZone, at);
  let before = Math.floor(at / MINUTE_MS);
  let after = Math.floor(until / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (toOffsetMs(timeZone, middle * MINUTE_MS) === offsetMs) before = middle;
    else after = middle;
  }
  return after * MINUTE_MS;
};
