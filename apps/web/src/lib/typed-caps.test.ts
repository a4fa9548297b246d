import { caps, type Cap } from "@ccp/engine";
import { expect, test } from "vitest";
import { toTypedCaps, toTypedPayoutCaps, typedCaps, typedPayoutCaps } from "./typed-caps.ts";

const list: Cap[] = [
  { on: "dialled", period: "hour", limit: 9 },
  { on: "connected", period: "day", limit: 50 },
  { on: "converted", period: "all-time", limit: 1000, mode: "at-conversion" },
  { on: "revenue", period: "day", micros: "1250500000", mode: "at-conversion" },
];

const payouts = [{ on: "payout", period: "month", micros: "5000000" }] as const;

test("caps come back from the table as they went in", () => {
  expect(typedCaps.parse(toTypedCaps(list))).toEqual(list);
  expect(typedCaps.parse(toTypedCaps([]))).toEqual([]);
  expect(caps.safeParse(typedCaps.parse(toTypedCaps(list))).success).toBe(true);
  expect(typedPayoutCaps.parse(toTypedPayoutCaps(payouts))).toEqual(payouts);
});

test.each(["0", "-1", "1,5", "much"])("%s is refused as an amount in its cell", (text) => {
  const typed = toTypedCaps(list);
  typed.sums.revenue.month = text;
  expect(typedCaps.safeParse(typed).error?.issues.map(({ path }) => path)).toEqual([
    ["sums", "revenue", "month"],
  ]);
});

test("caps on conversions are strict unless told otherwise", () => {
  const typed = toTypedCaps([]);
  typed.limits.converted.day = "5";
  expect(typedCaps.parse(typed)).toEqual([{ on: "converted", period: "day", limit: 5, mode: "strict" }]);
});

test.each(["0", "-1", "1.5", "1000001", "many"])("%s is refused in its cell", (text) => {
  const typed = toTypedCaps(list);
  typed.limits.connected.month = text;
  expect(typedCaps.safeParse(typed).error?.issues.map(({ path }) => path)).toEqual([
    ["limits", "connected", "month"],
  ]);
});
