import type { Field } from "./writing.ts";

const fixed = { kind: "fixed", micros: "5000000", afterSeconds: 0 };

const perMinute = {
  kind: "per-minute",
  microsPerMinute: "1000000",
  incrementSeconds: 7,
  minimumSeconds: 0,
  afterSeconds: 0,
};

const tiers = {
  kind: "tiers",
  tiers: [
    { fromSeconds: 10, micros: "1000000" },
    { fromSeconds: 50, micros: "2000000" },
  ],
};

const kinds: Readonly<Record<string, object>> = { fixed, "per-minute": perMinute, tiers };

/** What a buyer owes, seen by the money of a call that lasts a minute. */
export const toRevenueFields = (see: Field["see"]): Record<string, Field> => {
  const toField = (values: readonly unknown[], toRevenue: (value: unknown) => object): Field => ({
    values,
    toChange: (_stage, value) => ({ revenue: toRevenue(value) }),
    see,
  });
  const toOneOf = (terms: object, key: string, values: readonly unknown[]): Field =>
    toField(values, (value) => ({ ...terms, [key]: value }));
  return {
    "revenue.kind": toField(Object.keys(kinds), (kind) => kinds[String(kind)] ?? {}),
    "revenue<fixed>.micros": toOneOf(fixed, "micros", ["0", "6000000"]),
    "revenue<fixed>.afterSeconds": toOneOf(fixed, "afterSeconds", [0, 100]),
    "revenue<per-minute>.microsPerMinute": toOneOf(perMinute, "microsPerMinute", ["0", "3000000"]),
    "revenue<per-minute>.incrementSeconds": toOneOf(perMinute, "incrementSeconds", [1, 50]),
    "revenue<per-minute>.minimumSeconds": toOneOf(perMinute, "minimumSeconds", [0, 120]),
    "revenue<per-minute>.afterSeconds": toOneOf(perMinute, "afterSeconds", [0, 100]),
    "revenue<tiers>.tiers[].fromSeconds": toField([50, 100], (fromSeconds) => ({
      ...tiers,
      tiers: [
        { fromSeconds: 10, micros: "1000000" },
        { fromSeconds, micros: "2000000" },
      ],
    })),
    "revenue<tiers>.tiers[].micros": toField(["0", "4000000"], (micros) => ({
      ...tiers,
      tiers: [{ fromSeconds: 10, micros }],
    })),
  };
};
