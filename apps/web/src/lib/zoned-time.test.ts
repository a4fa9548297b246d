import { expect, test } from "vitest";
import { fromZonedText, toZonedText } from "./zoned-time.ts";

const zone = "America/New_York";

const toIso = (text: string): string => new Date(fromZonedText(text, zone) ?? 0).toISOString();

test("a clock's time is the moment at which it shows it, and back", () => {
  expect(toIso("2026-07-15T14:05")).toBe("2026-07-15T18:05:00.000Z");
  expect(toIso("2026-12-15T14:05")).toBe("2026-12-15T19:05:00.000Z");
  expect(toZonedText(Date.parse("2026-12-15T05:00:00Z"), zone)).toBe("2026-12-15T00:00");
});

test("an hour that the clock leaves out is the one after it", () => {
  expect(toIso("2026-03-08T02:30")).toBe("2026-03-08T07:30:00.000Z");
});

test("an hour that the clock shows twice is the first of the two", () => {
  expect(toIso("2026-11-01T01:30")).toBe("2026-11-01T05:30:00.000Z");
});

test("what is no time is none", () => {
  expect(fromZonedText("", zone)).toBeNull();
});
