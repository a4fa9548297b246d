import * as fc from "fast-check";
import { expect, test } from "vitest";
import { priceLength, toBilledSeconds, toRevenue, type LengthPrice, type RevenueTier } from "./revenue.ts";

const seconds = fc.nat(14_400);
const anyMicros = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n });

type PerMinute = Extract<LengthPrice, { kind: "per-minute" }>;

const anyPerMinute: fc.Arbitrary<PerMinute> = fc.record({
  kind: fc.constant("per-minute"),
  microsPerMinute: anyMicros.map(String),
  incrementSeconds: fc.integer({ min: 1, max: 60 }),
  minimumSeconds: seconds,
});

const toTiers = (starts: readonly number[], amounts: readonly bigint[]): RevenueTier[] =>
  starts.map((fromSeconds, index) => ({ fromSeconds, micros: String(amounts[index] ?? 0n) }));

const byNumber = (one: number | bigint, other: number | bigint): number => Number(one) - Number(other);

const anyTiers = fc
  .tuple(
    fc.uniqueArray(seconds, { minLength: 1, maxLength: 10 }),
    fc.array(anyMicros, { minLength: 10, maxLength: 10 }),
  )
  .map(([starts, amounts]) => ({ starts: starts.toSorted(byNumber), amounts }));

const anyPrice: fc.Arbitrary<LengthPrice> = fc.oneof(
  anyPerMinute,
  anyTiers.map(({ starts, amounts }) => ({ kind: "tiers" as const, tiers: toTiers(starts, amounts) })),
);

const anyRisingPrice: fc.Arbitrary<LengthPrice> = fc.oneof(
  anyPerMinute,
  anyTiers.map(({ starts, amounts }) => ({
    kind: "tiers" as const,
    tiers: toTiers(starts, amounts.toSorted(byNumber)),
  })),
);

test("no length earns less than nothing", () => {
  fc.assert(fc.property(anyPrice, seconds, (price, length) => priceLength(price, length) >= 0n));
});

test("a longer conversation never earns less, as long as no tier does", () => {
  fc.assert(
    fc.property(
      anyRisingPrice,
      seconds,
      seconds,
      (price, length, more) => priceLength(price, length + more) >= priceLength(price, length),
    ),
  );
});

test("billed are whole increments that hold the length and no more, or else the minimum", () => {
  fc.assert(
    fc.property(anyPerMinute, seconds, (price, length) => {
      const billed = Number(toBilledSeconds(price, length));
      const isMinimum = billed === price.minimumSeconds;
      expect(billed).toBeGreaterThanOrEqual(Math.max(length, price.minimumSeconds));
      if (!isMinimum) {
        expect(billed % price.incrementSeconds).toBe(0);
        expect(billed - length).toBeLessThan(price.incrementSeconds);
      }
    }),
  );
});

test("the amount by the minute is exact: less than a micro is lost", () => {
  fc.assert(
    fc.property(anyPerMinute, seconds, (price, length) => {
      const exact = BigInt(price.microsPerMinute) * toBilledSeconds(price, length);
      const lost = exact - priceLength(price, length) * 60n;
      expect(lost >= 0n && lost < 60n).toBe(true);
    }),
  );
});

test("the highest tier that is reached counts, and below the first nothing is earned", () => {
  fc.assert(
    fc.property(anyTiers, seconds, ({ starts, amounts }, length) => {
      const reached = starts.filter((from) => from <= length).length;
      const expected = reached === 0 ? 0n : amounts[reached - 1];
      expect(priceLength({ kind: "tiers", tiers: toTiers(starts, amounts) }, length)).toBe(expected);
    }),
  );
});

test.each([
  [0, 30n],
  [30, 30n],
  [31, 36n],
  [36, 36n],
  [161, 162n],
])("of %i s in steps of 6 and at least 30, %i s are billed", (length, billed) => {
  const price = {
    kind: "per-minute",
    microsPerMinute: "850000",
    incrementSeconds: 6,
    minimumSeconds: 30,
  } as const;
  expect(toBilledSeconds(price, length)).toBe(billed);
  expect(priceLength(price, length)).toBe((850_000n * billed) / 60n);
});

test("a fixed amount is known at once, one by length when the length is", () => {
  const fixed = { revenueMicros: "25000000", revenueAfterSeconds: 90 };
  expect(toRevenue(fixed, null)).toBe(25_000_000n);
  expect(toRevenue(fixed, 400)).toBe(25_000_000n);
  const revenueByLength: LengthPrice = { kind: "tiers", tiers: [{ fromSeconds: 90, micros: "30000000" }] };
  const byLength = { revenueMicros: "0", revenueAfterSeconds: 90, revenueByLength };
  expect(toRevenue(byLength, null)).toBeNull();
  expect(toRevenue(byLength, 90)).toBe(30_000_000n);
});
