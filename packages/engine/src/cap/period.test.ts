import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toLocalTime } from "#schedule/local-time.ts";
import { capPeriods } from "./cap.ts";
import { toPeriod } from "./period.ts";

const zones = [
  "UTC",
  "America/New_York",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Asia/Beirut",
  "America/Havana",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
] as const;

const hourMs = 3_600_000;

/** Mostly around the nights on which some clock is set. */
const anyMoment = fc.oneof(
  fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2030, 0) }),
  fc
    .constantFrom("2026-03-08T07:00Z", "2026-11-01T06:00Z", "2026-09-06T04:00Z", "2026-10-24T21:00Z")
    .chain((jump) =>
      fc.integer({ min: -26 * hourMs, max: 26 * hourMs }).map((off) => Date.parse(jump) + off),
    ),
  fc.constant(Date.parse("2026-04-04T15:00Z")).map((jump) => jump + 600_000),
);

test("a period holds its moments, and its first and last give the same one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...capPeriods), fc.constantFrom(...zones), anyMoment, (kind, zone, at) => {
      const { start, end } = toPeriod(kind, zone, at);
      expect(start).toBeLessThanOrEqual(at);
      if (end === null) return;
      expect(end).toBeGreaterThan(at);
      expect(toPeriod(kind, zone, start)).toEqual({ start, end });
      expect(toPeriod(kind, zone, end - 1)).toEqual({ start, end });
    }),
    { numRuns: 3000 },
  );
});

test("the next period begins where the one before ends, and the same answer is found anew", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("hour", "day", "month"),
      fc.constantFrom(...zones),
      anyMoment,
      (kind, zone, at) => {
        const { start, end } = toPeriod(kind, zone, at);
        if (end === null) throw new Error("Only all of time has no end.");
        expect(toPeriod(kind, zone, end).start).toBe(end);
        expect(toPeriod(kind, zone, start - 1).end).toBe(start);
        expect(toPeriod(kind, zone, at)).toEqual({ start, end });
      },
    ),
    { numRuns: 3000 },
  );
});

const toDate = (zone: string, at: number) => toLocalTime(zone, at).day;

const toMonth = (zone: string, at: number) =>
  new Date(toLocalTime(zone, at).day * 24 * hourMs).toISOString().slice(0, 7);

test("two moments share a day when the clock shows the same date, a month when it shows the same month", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      anyMoment,
      fc.integer({ min: 0, max: 40 * 24 * hourMs }),
      (zone, at, off) => {
        const isSame = (kind: "day" | "month") =>
          toPeriod(kind, zone, at).start === toPeriod(kind, zone, at + off).start;
        expect(isSame("day")).toBe(toDate(zone, at) === toDate(zone, at + off));
        expect(isSame("month")).toBe(toMonth(zone, at) === toMonth(zone, at + off));
      },
    ),
    { numRuns: 3000 },
  );
});
