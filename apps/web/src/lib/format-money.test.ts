import { expect, test } from "vitest";
import { formatMoney, formatSignedMoney, isZeroMoney, subtractMoney } from "./format-money.ts";

test("money shows its currency and at least its cents", () => {
  expect(formatMoney("12500000", "USD")).toBe("$12.50");
  expect(formatMoney("0", "USD")).toBe("$0.00");
  expect(formatMoney("1234567000000", "USD")).toBe("$1,234,567.00");
  expect(formatMoney("5000000", "EUR")).toBe("€5.00");
  expect(formatMoney("5000000", "JPY")).toBe("¥5");
});

test("money below a cent is shown, never rounded away", () => {
  expect(formatMoney("1", "USD")).toBe("$0.000001");
  expect(formatMoney("12345678", "USD")).toBe("$12.345678");
});

test("a loss carries its sign, below one unit too", () => {
  expect(formatMoney("-4500000", "USD")).toBe("-$4.50");
  expect(formatMoney("-20000", "USD")).toBe("-$0.02");
});

test("what is added or taken away carries its sign, and nothing none", () => {
  expect(formatSignedMoney("4500000", "USD")).toBe("+$4.50");
  expect(formatSignedMoney("-4500000", "USD")).toBe("-$4.50");
  expect(formatSignedMoney("1", "USD")).toBe("+$0.000001");
  expect(formatSignedMoney("0", "USD")).toBe("$0.00");
});

test("money beyond a float's precision keeps every micro", () => {
  expect(formatMoney("99999999999999999", "USD")).toBe("$99,999,999,999.999999");
});

test("margin is revenue less payout, to the micro", () => {
  expect(subtractMoney("12500000", "8000001")).toBe("4499999");
  expect(subtractMoney("0", "8000000")).toBe("-8000000");
  expect(isZeroMoney("0")).toBe(true);
  expect(isZeroMoney("-1")).toBe(false);
});
