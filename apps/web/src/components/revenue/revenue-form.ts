import { fixedRevenue, revenueByTiers, revenuePerMinute, type Revenue } from "@ccp/contract";
import { z } from "zod";
import { moneyText, numberText, toTypedMoney } from "#lib/typed-fields.ts";

/** The fields of every kind side by side, so that none is lost while somebody tries another kind. */
const typed = z.object({
  micros: z.string(),
  microsPerMinute: z.string(),
  incrementSeconds: z.string(),
  minimumSeconds: z.string(),
  afterSeconds: z.string(),
  tiers: z.array(z.object({ fromSeconds: z.string(), micros: z.string() })),
});

const typedFixed = typed
  .extend({
    kind: fixedRevenue.shape.kind,
    micros: moneyText(fixedRevenue.shape.micros),
    afterSeconds: numberText(fixedRevenue.shape.afterSeconds),
  })
  .transform(({ kind, micros, afterSeconds }) => ({ kind, micros, afterSeconds }));

const typedPerMinute = typed
  .extend({
    kind: revenuePerMinute.shape.kind,
    microsPerMinute: moneyText(revenuePerMinute.shape.microsPerMinute),
    incrementSeconds: numberText(revenuePerMinute.shape.incrementSeconds),
    minimumSeconds: numberText(revenuePerMinute.shape.minimumSeconds),
    afterSeconds: numberText(revenuePerMinute.shape.afterSeconds),
  })
  .transform(({ kind, microsPerMinute, incrementSeconds, minimumSeconds, afterSeconds }) => ({
    kind,
    microsPerMinute,
    incrementSeconds,
    minimumSeconds,
    afterSeconds,
  }));

const { tiers: rising } = revenueByTiers.shape;

const typedTier = z.object({
  fromSeconds: numberText(rising.element.shape.fromSeconds),
  micros: moneyText(rising.element.shape.micros),
});

const typedTiers = typed
  .extend({ kind: revenueByTiers.shape.kind, tiers: z.array(typedTier).pipe(rising) })
  .transform(({ kind, tiers }) => ({ kind, tiers }));

/** What a buyer owes, as it is typed; only what belongs to the kind is read. */
export const revenueText = z.discriminatedUnion("kind", [typedFixed, typedPerMinute, typedTiers]);

export type RevenueValues = z.input<typeof revenueText>;

export const newTier: RevenueValues["tiers"][number] = { fromSeconds: "", micros: "" };

export const newRevenue: RevenueValues = {
  kind: "fixed",
  micros: "0.00",
  microsPerMinute: "0.00",
  incrementSeconds: "6",
  minimumSeconds: "0",
  afterSeconds: "0",
  tiers: [newTier],
};

export const toRevenueValues = (revenue: Revenue): RevenueValues => {
  switch (revenue.kind) {
    case "fixed":
      return {
        ...newRevenue,
        kind: "fixed",
        micros: toTypedMoney(revenue.micros),
        afterSeconds: String(revenue.afterSeconds),
      };
    case "per-minute":
      return {
        ...newRevenue,
        kind: "per-minute",
        microsPerMinute: toTypedMoney(revenue.microsPerMinute),
        incrementSeconds: String(revenue.incrementSeconds),
        minimumSeconds: String(revenue.minimumSeconds),
        afterSeconds: String(revenue.afterSeconds),
      };
    case "tiers":
      return {
        ...newRevenue,
        kind: "tiers",
        tiers: revenue.tiers.map(({ fromSeconds, micros }) => ({
          fromSeconds: String(fromSeconds),
          micros: toTypedMoney(micros),
        })),
      };
  }
};
