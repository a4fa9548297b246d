import { revenue, toRevenueText, type Conversion, type Revenue } from "@ccp/contract";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { newRevenue, revenueText, toRevenueValues } from "./revenue-form.ts";

const seconds = fc.nat(14_400);
const micros = fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }).map(String);

const anyConversion: fc.Arbitrary<Conversion> = fc.oneof(
  fc.constantFrom({ kind: "dialled" } as const, { kind: "connected" } as const, { kind: "webhook" } as const),
  fc.record({
    kind: fc.constant("length" as const),
    seconds: fc.integer({ min: 1, max: 14_400 }),
    from: fc.constantFrom("incoming", "dial", "connection"),
  }),
);

const anyTerms: fc.Arbitrary<Revenue> = fc.oneof(
  fc.record({ kind: fc.constant("fixed" as const), micros, conversion: anyConversion }),
  fc.record({
    kind: fc.constant("per-minute" as const),
    microsPerMinute: micros,
    incrementSeconds: fc.integer({ min: 1, max: 60 }),
    minimumSeconds: seconds,
    conversion: anyConversion,
  }),
  fc.uniqueArray(seconds, { minLength: 1, maxLength: 10 }).map((starts) => ({
    kind: "tiers" as const,
    tiers: starts
      .toSorted((one, other) => one - other)
      .map((fromSeconds) => ({ fromSeconds, micros: String(fromSeconds * 1000) })),
  })),
);

const anyRevenue = fc
  .tuple(anyTerms, fc.constantFrom(undefined, { kind: "ever" } as const, { kind: "days", days: 7 } as const))
  .map(([terms, oncePerCaller]) => (oncePerCaller === undefined ? terms : { ...terms, oncePerCaller }));

test("terms of each kind come back from the form as they were", () => {
  fc.assert(
    fc.property(anyRevenue, (stored) => {
      expect(revenue.parse(stored)).toEqual(stored);
      expect(revenueText.parse(toRevenueValues(stored))).toEqual(stored);
    }),
  );
});

test("what belongs to another kind is neither read nor refused", () => {
  const typed = { ...newRevenue, micros: "25", microsPerMinute: "dear", incrementSeconds: "", tiers: [] };
  expect(revenueText.parse(typed)).toEqual({
    kind: "fixed",
    micros: "25000000",
    conversion: { kind: "connected" },
  });
});

test("a tier that does not begin later is refused at its own field", () => {
  const tiers = ["30", "90", "60"].map((fromSeconds) => ({ fromSeconds, micros: "10" }));
  const { error } = revenueText.safeParse({ ...newRevenue, kind: "tiers", tiers });
  expect(error?.issues).toMatchObject([
    { path: ["tiers", 2, "fromSeconds"], message: "Each tier begins later than the one before." },
  ]);
});

test("an empty field of a tier is asked for", () => {
  const { error } = revenueText.safeParse({ ...newRevenue, kind: "tiers" });
  expect(error?.issues.map(({ path }) => path.join("."))).toEqual(["tiers.0.fromSeconds", "tiers.0.micros"]);
});

const say = (terms: Revenue): string => toRevenueText(terms, (amount) => `$${Number(amount) / 1e6}`);

const after = (from: "incoming" | "dial" | "connection") => ({ kind: "length", seconds: 10, from }) as const;

test("terms are said on one line", () => {
  const perMinute = { kind: "per-minute", microsPerMinute: "850000", incrementSeconds: 6 } as const;
  const connected = { kind: "connected" } as const;
  const fixed = { kind: "fixed", micros: "25000000" } as const;
  expect(say({ ...fixed, conversion: connected })).toBe("$25 a call");
  expect(say({ ...fixed, conversion: { kind: "dialled" } })).toBe("$25 a call as soon as it is dialled");
  expect(say({ ...fixed, conversion: after("incoming") })).toBe("$25 a call after 10 s from the arrival");
  expect(say({ ...fixed, conversion: after("dial") })).toBe("$25 a call after 10 s from the dial");
  expect(say({ ...perMinute, minimumSeconds: 0, conversion: connected })).toBe(
    "$0.85 a minute in steps of 6 s",
  );
  expect(say({ ...perMinute, minimumSeconds: 30, conversion: after("connection") })).toBe(
    "$0.85 a minute in steps of 6 s, at least 30 s, after 10 s",
  );
  expect(
    say({
      kind: "tiers",
      tiers: [
        { fromSeconds: 30, micros: "1000000" },
        { fromSeconds: 90, micros: "2000000" },
      ],
    }),
  ).toBe("$1 from 30 s, $2 from 90 s");
});
