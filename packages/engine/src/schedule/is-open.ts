import { compileHours, findOpenSpan } from "./compile-hours.ts";
import type { Hours } from "./hours.ts";
import { toLocalTime } from "./local-time.ts";
import { MINUTE_MS } from "./time-zone.ts";

/**
 * Whether something with these hours is open at `at` (epoch ms) on the clock of its zone; null is always open.
 * Law: what counts is what the zone's clock shows, so an hour that is shown twice is open twice, and one that is
 * left out is never open. Costs a few look-ups, for each candidate of each call.
 */
export const isOpen = (hours: Hours | null, timeZone: string, at: number): boolean => {
  if (hours === null) return true;
  const { day, ms } = toLocalTime(timeZone, at);
  return findOpenSpan(compileHours(hours), day, ms / MINUTE_MS) !== undefined;
};
