import { createTargetBody, fixedRevenue } from "@ccp/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { moneyText, numberText, readMoney, toTypedMoney } from "./typed-fields.ts";

test("an amount comes back as it was, to the last millionth", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }), (micros) => {
      expect(readMoney(toTypedMoney(micros.toString()))).toEqual({ kind: "read", micros: micros.toString() });
    }),
  );
});

test("amounts are typed in a few ways and never guessed at", () => {
  expect(["12.50", "12.5", "12", "1,250", "0.000001", "12."].map(readMoney)).toMatchObject([
    { micros: "12500000" },
    { micros: "12500000" },
    { micros: "12000000" },
    { micros: "1250000000" },
    { micros: "1" },
    { micros: "12000000" },
  ]);
  for (const text of ["12,50", "-1", "1.0000001", "$5", "1e3", "."]) {
    expect(readMoney(text).kind, text).toBe("unread");
  }
});

test("an amount shows two decimals, or as many as it needs", () => {
  expect(["0", "12500000", "1", "12345600"].map(toTypedMoney)).toEqual([
    "0.00",
    "12.50",
    "0.000001",
    "12.3456",
  ]);
});

test("typed fields become what the contract takes, with its own limits", () => {
  const form = z.strictObject({
    revenueMicros: moneyText(fixedRevenue.shape.micros),
    concurrencyMax: numberText(createTargetBody.shape.concurrencyMax),
  });
  expect(form.parse({ revenueMicros: "1.5", concurrencyMax: "" })).toEqual({
    revenueMicros: "1500000",
    concurrencyMax: null,
  });
  const faults = form.safeParse({ revenueMicros: "1,5", concurrencyMax: "0" }).error?.issues;
  expect(faults?.map(({ path }) => path.join("."))).toEqual(["revenueMicros", "concurrencyMax"]);
  expect(form.safeParse({ revenueMicros: "", concurrencyMax: "x" }).error?.issues).toMatchObject([
    { message: "Fill this in." },
    { message: "Give a number in digits." },
  ]);
});
