import { toDateText, type DayNumber } from "./civil-date.ts";
import { toClockText } from "./day-minutes.ts";
import { MINUTE_MS, toOffsetMs } from "./time-zone.ts";

export const DAY_MS = 86_400_000;

/** A moment on a zone's clock: the local date, and the ms since its midnight as the clock counts them. */
export type LocalTime = { day: DayNumber; ms: number };

/** What a zone's clock says at `at` (epoch ms). */
export const toLocalTime = (timeZone: string, at: number): LocalTime => {
  const local = at + toOffsetMs(timeZone, at);
  const day = Math.floor(local / DAY_MS);
  return { day, ms: local - day * DAY_MS };
};

/** What a zone's clock shows at `at` (epoch ms), such as "2026-11-23T07:58". */
export const toLocalText = (timeZone: string, at: number): string => {
  const { day, ms } = toLocalTime(timeZone, at);
  return `${toDateText(day)}T${toClockText(Math.floor(ms / MINUTE_MS))}`;
};
