import { z } from "zod";
import { describeHours } from "#schedule/describe-hours.ts";
import { judgeHours } from "#schedule/judge-hours.ts";
import { timeZone } from "#schedule/time-zone.ts";
import { toldHours, toUtcMs } from "./hours.ts";

/** One rule of opening hours: what a zone's clock shows at some UTC times, and what the hours say then. */
export const hoursScenario = z.strictObject({
  rule: z.string(),
  timeZone,
  hours: toldHours,
  /** By UTC time: the local time, a space, and the hours in words without the zone. */
  expect: z.record(z.string(), z.string()),
});

export type HoursScenario = z.infer<typeof hoursScenario>;

/** What the hours say at each of the scenario's times. */
export const playHours = (told: HoursScenario): Record<string, string> =>
  Object.fromEntries(
    Object.keys(told.expect).map((utc) => {
      const verdict = judgeHours(told.hours, told.timeZone, toUtcMs(utc));
      const words = describeHours(verdict).replace(` (${told.timeZone})`, "");
      return [utc, `${verdict.localTime.replace("T", " ")} ${words}`];
    }),
  );
