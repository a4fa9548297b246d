import { findMonth, type DayNumber } from "#schedule/civil-date.ts";
import { findJump } from "#schedule/find-jump.ts";
import { DAY_MS, toLocalTime } from "#schedule/local-time.ts";
import { toOffsetMs } from "#schedule/time-zone.ts";
import type { CapPeriod } from "./cap.ts";

/** A stretch of time, in epoch ms: its first moment, and the first one after it; null where there is none. */
export type Period = { start: number; end: number | null };

type BoundedPeriod = { start: number; end: number };

const HOUR_MS = 3_600_000;

/** The first moment of a local date: its midnight, or where the clock leaves that out, when it jumps over it. */
const findDayStart = (timeZone: string, day: DayNumber): number => {
  const midnight = day * DAY_MS;
  // No zone is as far from UTC as a day, so the local midnight lies between these two.
  const [from, until] = [midnight - DAY_MS, midnight + DAY_MS];
  const before = midnight - toOffsetMs(timeZone, from);
  const after = midnight - toOffsetMs(timeZone, until);
  if (before === after) return before;
  const jump = findJump(timeZone, from, until);
  return before < jump ? before : Math.max(jump, after);
};

/** The hour that the clock shows: one that it shows twice is two, and one in which it is set ends there. */
const findHour = (timeZone: string, at: number): BoundedPeriod => {
  const offsetMs = toOffsetMs(timeZone, at);
  const start = at - (toLocalTime(timeZone, at).ms % HOUR_MS);
  const end = start + HOUR_MS;
  return {
    start: toOffsetMs(timeZone, start) === offsetMs ? start : findJump(timeZone, start, at),
    end: toOffsetMs(timeZone, end) === offsetMs ? end : findJump(timeZone, at, end),
  };
};

const findDays = (timeZone: string, period: "day" | "month", at: number): BoundedPeriod => {
  const { day } = toLocalTime(timeZone, at);
  const { first, next } = period === "day" ? { first: day, next: day + 1 } : findMonth(day);
  return { start: findDayStart(timeZone, first), end: findDayStart(timeZone, next) };
};

/** A zone's current periods, because calls come at the present time and a period lasts. */
const current = new Map<string, Partial<Record<CapPeriod, BoundedPeriod>>>();

const ZONES_MAX = 512;

const addZone = (timeZone: string): Partial<Record<CapPeriod, BoundedPeriod>> => {
  if (current.size >= ZONES_MAX) current.clear();
  const periods = {};
  current.set(timeZone, periods);
  return periods;
};

const allTime: Period = { start: 0, end: null };

/**
 * The period in which `at` (epoch ms) lies, on the zone's clock; all of time is one.
 * Law: it holds `at`, and every moment of it gives the same period, so that periods follow one another without a gap.
 */
export const toPeriod = (period: CapPeriod, timeZone: string, at: number): Period => {
  if (period === "all-time") return allTime;
  const periods = current.get(timeZone) ?? addZone(timeZone);
  const known = periods[period];
  if (known !== undefined && known.start <= at && at < known.end) return known;
  const found = period === "hour" ? findHour(timeZone, at) : findDays(timeZone, period, at);
  periods[period] = found;
  return found;
};
