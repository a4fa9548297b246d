import { expect, test } from "vitest";
import { caps, payoutCaps } from "./cap.ts";

const listProblems = (document: unknown) => {
  const { error } = caps.safeParse(document);
  return error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
};

test("each event and period takes one cap", () => {
  const daily = { on: "dialled", period: "day", limit: 5 };
  expect(listProblems([daily, { ...daily, on: "connected" }, { ...daily, period: "hour" }])).toEqual([]);
  expect(listProblems([daily, { ...daily, on: "connected" }, { ...daily, limit: 7 }])).toEqual([
    ["2.period", "There is a cap on dialled calls for this period (day) already."],
  ]);
});

const withLimit = (limit: number) => listProblems([{ on: "dialled", period: "day", limit }]).length;

test("a limit is a whole number from 1 to 1,000,000", () => {
  expect([1, 1_000_000].map(withLimit)).toEqual([0, 0]);
  expect([0, -1, 1.5, 1_000_001].map(withLimit)).toEqual([1, 1, 1, 1]);
});

test("an amount of money is above zero, and payouts are capped apart", () => {
  const list = (micros: string) => listProblems([{ on: "revenue", period: "day", micros }]);
  expect(list("1")).toEqual([]);
  const message = 'Give an amount above zero in millionths of the currency, such as "5000000" for 5.00.';
  for (const micros of ["0", "-1", "1.5", ""]) expect(list(micros)).toEqual([["0.micros", message]]);
  expect(listProblems([{ on: "payout", period: "day", micros: "1" }])).toHaveLength(1);
  expect(payoutCaps.safeParse([{ on: "payout", period: "day", micros: "1" }]).success).toBe(true);
  expect(payoutCaps.safeParse([{ on: "revenue", period: "day", micros: "1" }]).success).toBe(false);
});

test("only a cap on converted calls has a mode", () => {
  const strict = { period: "day", limit: 1, mode: "strict" };
  expect(listProblems([{ ...strict, on: "converted" }])).toEqual([]);
  expect(listProblems([{ ...strict, on: "connected" }])).toEqual([
    ["0.mode", "Only a cap on converted calls or on revenue has a mode."],
  ]);
});
