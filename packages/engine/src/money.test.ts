import { expect, test } from "vitest";
import { toMoneyText } from "./money.ts";

test("money for people has at least two decimals and is never rounded", () => {
  const texts = [0n, 1n, 10_000n, 12_500_000n, 100_000n, -1_234_567n].map((micros) =>
    toMoneyText(micros, "USD"),
  );
  expect(texts).toEqual(["0.00 USD", "0.000001 USD", "0.01 USD", "12.50 USD", "0.10 USD", "-1.234567 USD"]);
});
