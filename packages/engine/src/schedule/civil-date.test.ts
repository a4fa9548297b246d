import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toDateText, toDayNumber, toWeekday } from "./civil-date.ts";

const DAY_MS = 86_400_000;
const names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

test("days, dates and weekdays are those of the calendar, from the year 1 to 9999", () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
      const date = new Date(day * DAY_MS);
      expect(toDateText(day)).toBe(date.toISOString().slice(0, 10));
      expect(toDayNumber(toDateText(day))).toBe(day);
      expect(toWeekday(day)).toBe(names[date.getUTCDay()]);
    }),
    { numRuns: 5000 },
  );
});
