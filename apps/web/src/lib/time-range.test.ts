import { expect, test } from "vitest";
import { readDates, toDayStart, toLocalDate, toMoments } from "./time-range.ts";

const chicago = "America/Chicago";
/** In Chicago it is still the evening of the 22nd. */
const now = Date.parse("2026-11-23T04:30:00Z");

test("today is the zone's own date and has no end yet", () => {
  expect(toMoments("today", chicago, now)).toEqual({ from: "2026-11-22T06:00:00.000Z" });
  expect(toMoments("today", "UTC", now)).toEqual({ from: "2026-11-23T00:00:00.000Z" });
});

test("yesterday, a month and two dates end where the next day begins", () => {
  expect(toMoments("yesterday", chicago, now)).toEqual({
    from: "2026-11-21T06:00:00.000Z",
    to: "2026-11-22T06:00:00.000Z",
  });
  expect(readDates("last-month", "2026-03-31")).toEqual({ first: "2026-02-01", last: "2026-02-28" });
  expect(toMoments("2026-07-01..2026-07-02", chicago, now)).toEqual({
    from: "2026-07-01T05:00:00.000Z",
    to: "2026-07-03T05:00:00.000Z",
  });
});

test("so many days count today among them", () => {
  expect(readDates("7d", "2026-03-03")).toEqual({ first: "2026-02-25" });
});

const hours = (date: string, next: string): number =>
  (toDayStart(next, chicago) - toDayStart(date, chicago)) / 3_600_000;

test("the day of a clock change is as long as it is", () => {
  expect(hours("2026-03-08", "2026-03-09")).toBe(23);
  expect(hours("2026-11-01", "2026-11-02")).toBe(25);
  expect(hours("2026-11-02", "2026-11-03")).toBe(24);
});

test("a date begins on that date, also far from Greenwich", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Honolulu", "Asia/Kolkata", chicago]) {
    const start = toDayStart("2026-07-15", zone);
    expect([toLocalDate(start - 1, zone), toLocalDate(start, zone)]).toEqual(["2026-07-14", "2026-07-15"]);
  }
});

test("what is no range is none", () => {
  for (const text of ["", "9d", "2026-07-02..2026-07-01", "2026-13-01..2026-13-02", "toString"]) {
    expect(toMoments(text, chicago, now)).toBeNull();
  }
});
