import * as fc from "fast-check";
import { expect, test } from "vitest";
import { toRevenueMax } from "#settle/revenue-max.ts";
import { type LengthPrice, type RevenueTerms, toRevenue } from "#settle/revenue.ts";
import { aRow } from "#testing/book.ts";
import { hasBalance, isOutOfBalance } from "./prepaid.ts";

const micros = fc.bigInt({ min: 0n, max: 10n ** 9n });

const perMinute: fc.Arbitrary<LengthPrice> = fc.record({
  kind: fc.constant("per-minute"),
  microsPerMinute: micros.map(String),
  incrementSeconds: fc.integer({ min: 1, max: 60 }),
  minimumSeconds: fc.nat({ max: 300 }),
});

const tiers: fc.Arbitrary<LengthPrice> = fc
  .uniqueArray(fc.nat({ max: 600 }), { minLength: 1, maxLength: 5 })
  .chain((starts) =>
    fc.tuple(fc.constant(starts.toSorted((a, b) => a - b)), fc.array(micros, { minLength: 5 })),
  )
  .map(([starts, amounts]) => ({
    kind: "tiers",
    tiers: starts.map((fromSeconds, index) => ({ fromSeconds, micros: String(amounts[index] ?? 0n) })),
  }));

const terms: fc.Arbitrary<RevenueTerms> = fc.oneof(
  micros.map((amount) => ({ revenueMicros: amount.toString(), revenueAfterSeconds: 0 })),
  fc.oneof(perMinute, tiers).map((revenueByLength) => ({
    revenueMicros: "0",
    revenueAfterSeconds: 0,
    revenueByLength,
  })),
);

test("no conversation within the limit earns more than the most that is said of it, and some earns that", () => {
  fc.assert(
    fc.property(terms, fc.integer({ min: 1, max: 400 }), (own, limit) => {
      const earned = Array.from({ length: limit + 1 }, (_, seconds) => toRevenue(own, seconds) ?? 0n);
      const most = earned.reduce((a, b) => (a > b ? a : b), 0n);
      expect(toRevenueMax(own, limit)).toBe(most);
    }),
  );
});

test("whoever is let in by their balance cannot fall below their credit", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
      micros,
      micros,
      (balance, credit, needed) => {
        if (hasBalance(balance, { credit, needed })) expect(balance - needed).toBeGreaterThanOrEqual(-credit);
        else expect(balance + credit <= 0n || balance + credit < needed).toBe(true);
      },
    ),
  );
});

const prepaid = { creditLimitMicros: "0", mode: "strict" } as const;

test("a balance of exactly the amount is enough, one micro less is not", () => {
  const row = aRow("Acme", { prepaid });
  expect(isOutOfBalance(row, "25000000", 3600)).toBe(false);
  expect(isOutOfBalance(row, "24999999", 3600)).toBe(true);
});

test("a balance that is not known is none, and who pays afterwards needs none", () => {
  expect(isOutOfBalance(aRow("Acme", { prepaid }), null, 3600)).toBe(true);
  expect(isOutOfBalance(aRow("Acme", { prepaid }), undefined, 3600)).toBe(true);
  expect(isOutOfBalance(aRow("Acme"), undefined, 3600)).toBe(false);
});

test("at conversion any amount that is left is enough, and nothing is not", () => {
  const row = aRow("Acme", { prepaid: { ...prepaid, mode: "at-conversion" } });
  expect(["1", "0", "-1"].map((balance) => isOutOfBalance(row, balance, 3600))).toEqual([false, true, true]);
});
