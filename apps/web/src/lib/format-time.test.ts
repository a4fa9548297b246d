import { expect, test } from "vitest";
import { formatAge, formatExactTime, formatTime, formatZone } from "./format-time.ts";

const at = Date.UTC(2026, 6, 4, 3, 5, 9, 42);

test("a time is told in the account's zone, not the browser's", () => {
  expect(formatTime(at, "America/New_York", at)).toBe("Jul 3, 23:05:09");
  expect(formatTime(at, "Asia/Tokyo", at)).toBe("Jul 4, 12:05:09");
});

test("another year is named", () => {
  expect(formatTime(at, "UTC", Date.UTC(2027, 0, 1))).toBe("Jul 4, 2026, 03:05:09");
});

test("the exact time has milliseconds and its zone", () => {
  expect(formatExactTime(at, "America/New_York")).toBe("Fri, Jul 3, 2026, 23:05:09.042 EDT");
});

test("the zone's name follows the season", () => {
  expect(formatZone(at, "America/New_York")).toBe("EDT");
  expect(formatZone(Date.UTC(2026, 0, 4), "America/New_York")).toBe("EST");
});

test("an age is told in one unit", () => {
  expect(formatAge(4_000)).toBe("just now");
  expect(formatAge(42_000)).toBe("42 s ago");
  expect(formatAge(4 * 60_000)).toBe("4 min ago");
  expect(formatAge(3 * 3_600_000)).toBe("3 h ago");
  expect(formatAge(26 * 3_600_000)).toBe("1 day ago");
  expect(formatAge(50 * 3_600_000)).toBe("2 days ago");
});
