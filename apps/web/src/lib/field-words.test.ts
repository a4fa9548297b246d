import { expect, test } from "vitest";
import { describeValue, toFieldLabel } from "./field-words.ts";
import { toTypedCaps } from "./typed-caps.ts";

const setting = { currency: "USD", timeZone: "America/Chicago" };
const describe = (key: string, value: unknown): string => describeValue(key, value, setting);

test("a field is called what people call it", () => {
  expect(toFieldLabel("ringTimeoutSeconds")).toBe("Ring time");
  expect(toFieldLabel("ownNameId")).toBe("Own name");
});

test("values are said in words, with their units", () => {
  expect(describe("payoutMicros", "12500000")).toBe("$12.50");
  expect(describe("ringTimeoutSeconds", 90)).toBe("1 minute 30 seconds");
  expect(describe("createdAt", "2026-11-23T14:05:00Z")).toContain("Nov 23, 2026");
  expect(describe("status", "paused")).toBe("Paused");
  expect(describe("isHidden", false)).toBe("no");
  expect(describe("buyer", { id: 3, name: "Acme Dental" })).toBe("Acme Dental");
  expect(describe("destination", { kind: "phone", address: "+12025550142" })).toBe("(202) 555-0142");
  expect(
    describe("revenue", {
      kind: "fixed",
      micros: "25000000",
      conversion: { kind: "length", seconds: 30, from: "connection" },
    }),
  ).toBe("$25.00 a call after 30 s");
  const own = { kind: "fixed", micros: "7000000", due: { kind: "converted" } };
  expect(describe("payout", own)).toBe("$7.00 a converted call");
  expect(describe("payouts", [{ publisher: { id: "x", name: "Radio" }, payout: own }])).toBe(
    "publisher Radio, payout $7.00 a converted call",
  );
  expect(describe("content", [{ target: { id: "x", name: "Front desk" }, priority: 1 }])).toBe(
    "target Front desk, priority 1",
  );
});

test("caps are said alike as they are kept and as they are typed", () => {
  const list = [{ on: "connected", period: "day", limit: 1500 }] as const;
  expect(describe("caps", list)).toBe("1,500 connected a day");
  expect(describe("caps", toTypedCaps(list))).toBe("1,500 connected a day");
  expect(describe("caps", [])).toBe("none");
  const money = [{ on: "revenue", period: "month", micros: "1250500000", mode: "strict" }] as const;
  expect(describe("caps", money)).toBe("$1,250.50 revenue a month");
  expect(describe("caps", toTypedCaps(money))).toBe("$1,250.50 revenue a month");
});

test("nothing is said as what it means", () => {
  expect(describe("concurrencyMax", null)).toBe("no limit");
  expect(describe("hours", null)).toBe("always open");
  expect(describe("label", "")).toBe("none");
});
