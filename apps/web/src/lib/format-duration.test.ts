import { expect, test } from "vitest";
import { formatDuration, formatOffset, speakDuration } from "./format-duration.ts";

test("a duration reads like a clock", () => {
  expect(formatDuration(0)).toBe("0:00");
  expect(formatDuration(83)).toBe("1:23");
  expect(formatDuration(3723)).toBe("1:02:03");
});

test("a clock that runs ahead of ours shows nothing below zero", () => {
  expect(formatDuration(-3)).toBe("0:00");
  expect(formatOffset(-3)).toBe("+0.0 s");
});

test("a duration is spoken with its units", () => {
  expect(speakDuration(61)).toBe("1 minute 1 second");
  expect(speakDuration(7200)).toBe("2 hours");
  expect(speakDuration(0)).toBe("0 seconds");
});

test("an offset has tenths under a minute", () => {
  expect(formatOffset(950)).toBe("+0.9 s");
  expect(formatOffset(59_999)).toBe("+59.9 s");
  expect(formatOffset(65_000)).toBe("+1:05");
});
