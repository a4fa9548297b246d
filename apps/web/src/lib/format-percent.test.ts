import { expect, test } from "vitest";
import { formatPercent } from "./format-percent.ts";

test("a share is told in percent with one digit after the point", () => {
  expect(formatPercent(0.1234)).toBe("12.3%");
  expect(formatPercent(0.5)).toBe("50%");
});

test("rounding never says none or all where it is not so", () => {
  expect([0, 0.0001, 0.9999, 1].map(formatPercent)).toEqual(["0%", "<0.1%", ">99.9%", "100%"]);
});
