import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "#random.ts";
import { anHours } from "#testing/hours.ts";
import { inventHours } from "#testing/invent-hours.ts";
import { weekdays } from "./civil-date.ts";
import { DAY_MINUTES, toMinuteSpan } from "./day-minutes.ts";
import { hours, type Hours } from "./hours.ts";

const faultsOf = (document: Hours): string[] =>
  (hours.safeParse(document).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

test.each([
  [
    "spans of one day that overlap",
    anHours({
      tue: [
        { from: "11:00", to: "17:00" },
        { from: "08:00", to: "12:00" },
      ],
    }),
    "weekly.tue.0: 11:00–17:00 overlaps with 08:00–12:00. Let it begin at 12:00 or later, or join the two.",
  ],
  [
    "a span inside a night",
    anHours({
      tue: [
        { from: "20:00", to: "06:00" },
        { from: "22:00", to: "23:00" },
      ],
    }),
    "weekly.tue.1: 22:00–23:00 overlaps with 20:00–06:00. Remove it, or let the earlier one end before it.",
  ],
  [
    "a morning that begins in Sunday's night",
    anHours({ sun: [{ from: "22:00", to: "06:00" }], mon: [{ from: "05:00", to: "08:00" }] }),
    "weekly.mon.0: 05:00–08:00 begins while Sunday's 22:00–06:00 is still open. Let it begin at 06:00 or later.",
  ],
  [
    "a date that is listed twice",
    anHours({}, [
      { date: "2026-12-25", label: "Christmas Day", open: [] },
      { date: "2026-12-25", label: "Open house", open: [{ from: "10:00", to: "12:00" }] },
    ]),
    "exceptions.1.date: 2026-12-25 is listed twice. Put all its spans into one exception.",
  ],
  [
    "a time of day that is none",
    anHours({ mon: [{ from: "24:00", to: "25:00" }] }),
    'weekly.mon.0.from: Give a time of day as HH:MM, such as "08:30".',
  ],
  [
    "a date that is none",
    anHours({}, [{ date: "2026-02-29", label: "", open: [] }]),
    'exceptions.0.date: Give a date as YYYY-MM-DD, such as "2026-12-25".',
  ],
])("%s is refused with what would mend it", (_name, document, fault) => {
  expect(faultsOf(document)).toContain(fault);
});

/** How often each minute of a week is covered. */
const countMinutes = ({ weekly }: Hours): number[] => {
  const counts = Array.from({ length: 7 * DAY_MINUTES }, () => 0);
  weekdays.forEach((day, index) => {
    for (const span of weekly[day]) {
      const { from, to } = toMinuteSpan(span);
      for (let minute = from; minute < to; minute += 1) {
        const place = (index * DAY_MINUTES + minute) % counts.length;
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
  });
  return counts;
};

test("a week is sound exactly when no minute of it is open twice", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const document = inventHours(createRandom(seed), "2026-03");
      const isSound = !faultsOf(document).some((fault) => fault.startsWith("weekly."));
      expect(isSound).toBe(Math.max(...countMinutes(document)) <= 1);
    }),
    { numRuns: 500 },
  );
});
