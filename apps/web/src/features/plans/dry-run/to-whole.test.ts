import { expect, test } from "vitest";
import { toMarginOf, toWhole } from "./to-whole.ts";

test("an estimate is shown to the cent", () => {
  expect(toWhole("53333332")).toBe("53330000");
  expect(toWhole("5000")).toBe("10000");
  expect(toWhole("-4999")).toBe("0");
  expect(toWhole("-5000")).toBe("-10000");
});

test("the margin is what is left of the revenue, and may be negative", () => {
  expect(toMarginOf({ revenueMicros: "1", payoutMicros: "3" })).toBe("-2");
});
