import { z } from "zod";
import { toWeekday, weekdayNames, weekdays, type Weekday } from "#schedule/civil-date.ts";
import { toLocalTime } from "#schedule/local-time.ts";

const HOUR_MS = 3_600_000;

/** By hour of the day: so many calls at once, none at all, or (null) any number. */
const day = z.array(z.int().min(0).max(10_000).nullable()).length(24, "A day has 24 hours.");

/** Calls at once by the hour of the week, on the clock of a zone that is kept beside it. */
export const concurrencyGrid = z.strictObject({
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: day,
  sun: day,
});

export type ConcurrencyGrid = z.infer<typeof concurrencyGrid>;

/** An hour of the week on somebody's clock. */
export type GridHour = { weekday: Weekday; hour: number };

/** The hour of the week that a zone's clock shows at `at` (epoch ms). */
export const toGridHour = (timeZone: string, at: number): GridHour => {
  const { day: date, ms } = toLocalTime(timeZone, at);
  return { weekday: toWeekday(date), hour: Math.floor(ms / HOUR_MS) };
};

/** Calls at once in an hour of the week; null for any number. */
export const findGridLimit = (grid: ConcurrencyGrid, { weekday, hour }: GridHour): number | null =>
  grid[weekday][hour] ?? null;

/** An hour in words: "Monday from 9 to 10". */
export const toHourText = ({ weekday, hour }: GridHour): string =>
  `${weekdayNames[weekday]} from ${hour} to ${hour + 1}`;

/** A grid that says the same for every hour. */
export const fillGrid = (limit: number | null): ConcurrencyGrid => {
  const days = weekdays.map((weekday) => [weekday, Array.from({ length: 24 }, () => limit)] as const);
  return Object.fromEntries(days) as ConcurrencyGrid;
};
