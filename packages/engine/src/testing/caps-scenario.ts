import { z } from "zod";
import { capPeriods } from "#cap/cap.ts";
import { toPeriod } from "#cap/period.ts";
import { toLocalText } from "#schedule/local-time.ts";
import { timeZone } from "#schedule/time-zone.ts";
import { toUtcMs } from "./hours.ts";

/** One rule of when caps begin anew: at some UTC times, from when until when a cap counts. */
export const capsScenario = z.strictObject({
  rule: z.string(),
  timeZone,
  period: z.enum(capPeriods),
  /** By UTC time: the local time, then the first moment of its period and of the next in UTC. */
  expect: z.record(z.string(), z.string()),
});

export type CapsScenario = z.infer<typeof capsScenario>;

const toUtcText = (at: number): string => `${toLocalText("UTC", at)}Z`;

/** The period of each of the scenario's times. */
export const playCaps = (told: CapsScenario): Record<string, string> =>
  Object.fromEntries(
    Object.keys(told.expect).map((utc) => {
      const at = toUtcMs(utc);
      const { start, end } = toPeriod(told.period, told.timeZone, at);
      const until = end === null ? "never" : toUtcText(end);
      return [utc, `${toLocalText(told.timeZone, at).replace("T", " ")}: ${toUtcText(start)} to ${until}`];
    }),
  );
