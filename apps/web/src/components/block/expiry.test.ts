import { expect, test } from "vitest";
import { expiryText, readExpiry, toTypedExpiry } from "./expiry.ts";

const timeZone = "America/New_York";
const now = Date.UTC(2026, 10, 23, 12);

test.each([
  ["", null],
  ["in 24", "2026-11-24T12:00:00.000Z"],
  ["2026-12-01T09:30", "2026-12-01T14:30:00.000Z"],
  ["on", undefined],
])('"%s" stands for %s', (text, expiresAt) => {
  expect(readExpiry(text, { timeZone, now })).toBe(expiresAt);
});

test("a moment is typed by the account's clock and read back as the same", () => {
  const typed = toTypedExpiry("2026-12-01T14:30:00.000Z", timeZone);
  expect(typed).toBe("2026-12-01T09:30");
  expect(readExpiry(typed, { timeZone, now })).toBe("2026-12-01T14:30:00.000Z");
  expect(toTypedExpiry(null, timeZone)).toBe("");
});

test("what is no moment is refused at its field", () => {
  expect(expiryText(timeZone).safeParse("on").error?.issues[0]?.message).toBe("Give a date and a time.");
});
