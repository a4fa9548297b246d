import { z } from "zod";
import type { Schedule } from "#book.ts";
import { toDayNumber } from "#schedule/civil-date.ts";
import { hours, type Hours } from "#schedule/hours.ts";
import { DAY_MS } from "#schedule/local-time.ts";

const closedWeek: Hours["weekly"] = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

/** Hours for tests: the days that are not named are closed. */
export const anHours = (weekly: Partial<Hours["weekly"]>, exceptions: Hours["exceptions"] = []): Hours => ({
  weekly: { ...closedWeek, ...weekly },
  exceptions,
});

/** Hours in UTC for tests. */
export const aSchedule = (weekly: Partial<Hours["weekly"]>): Schedule => ({
  hours: anHours(weekly),
  timeZone: "UTC",
});

/** Hours as a story tells them: the days that it does not name are closed. */
export const toldHours = z
  .strictObject({ weekly: z.record(z.string(), z.unknown()), exceptions: z.array(z.unknown()).default([]) })
  .transform(({ weekly, exceptions }): Hours =>
    hours.parse({ weekly: { ...closedWeek, ...weekly }, exceptions }),
  );

/** Epoch ms of a UTC time such as "2026-03-08T06:59:30Z", the seconds optional. */
export const toUtcMs = (text: string): number => {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d))?Z$/.exec(text);
  if (found === null) throw new Error(`"${text}" is no UTC time of a story.`);
  const [, date = "", hour, minute, second = "0"] = found;
  return toDayNumber(date) * DAY_MS + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
};
