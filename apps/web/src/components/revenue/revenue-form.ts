import {
  conversion,
  fixedRevenue,
  revenueByTiers,
  revenuePerMinute,
  type Conversion,
  type Revenue,
} from "@ccp/contract";
import type { RepeatWindow } from "@ccp/engine";
import { z } from "zod";
import { moneyText, numberText, toTypedMoney } from "#lib/typed-fields.ts";
import { toTypedWindow, typedWindow } from "#lib/typed-repeat.ts";

const [dialled, connected, length, webhook] = conversion.options;

const { shape: lengthShape } = length;

/** Kept beside the other conditions, so that it is not lost while somebody tries one. */
const unread = { seconds: z.string(), from: lengthShape.from };

const toBare = <Kind extends string>(kind: z.ZodLiteral<Kind>) =>
  z.object({ kind, ...unread }).transform((typed) => ({ kind: typed.kind }));

const typedConversion = z.discriminatedUnion("kind", [
  toBare(dialled.shape.kind),
  toBare(connected.shape.kind),
  toBare(webhook.shape.kind),
  z.object({ kind: lengthShape.kind, seconds: numberText(lengthShape.seconds), from: lengthShape.from }),
]);

/** The fields of every kind side by side, so that none is lost while somebody tries another kind. */
const typed = z.object({
  micros: z.string(),
  microsPerMinute: z.string(),
  incrementSeconds: z.string(),
  minimumSeconds: z.string(),
  conversion: typedConversion,
  tiers: z.array(z.object({ fromSeconds: z.string(), micros: z.string() })),
  oncePerCaller: typedWindow,
});

/** Terms by which each call of a caller counts do not name it. */
const toOnce = (oncePerCaller: RepeatWindow | undefined): { oncePerCaller?: RepeatWindow } =>
  oncePerCaller === undefined ? {} : { oncePerCaller };

const typedFixed = typed
  .extend({
    kind: fixedRevenue.shape.kind,
    micros: moneyText(fixedRevenue.shape.micros),
  })
  .transform(({ kind, micros, conversion, oncePerCaller }) => ({
    kind,
    micros,
    conversion,
    ...toOnce(oncePerCaller),
  }));

const typedPerMinute = typed
  .extend({
    kind: revenuePerMinute.shape.kind,
    microsPerMinute: moneyText(revenuePerMinute.shape.microsPerMinute),
    incrementSeconds: numberText(revenuePerMinute.shape.incrementSeconds),
    minimumSeconds: numberText(revenuePerMinute.shape.minimumSeconds),
  })
  .transform(({ kind, microsPerMinute, incrementSeconds, minimumSeconds, conversion, oncePerCaller }) => ({
    kind,
    microsPerMinute,
    incrementSeconds,
    minimumSeconds,
    conversion,
    ...toOnce(oncePerCaller),
  }));

const { tiers: rising } = revenueByTiers.shape;

const typedTier = z.object({
  fromSeconds: numberText(rising.element.shape.fromSeconds),
  micros: moneyText(rising.element.shape.micros),
});

const typedTiers = typed
  .extend({ kind: revenueByTiers.shape.kind, tiers: z.array(typedTier).pipe(rising) })
  .transform(({ kind, tiers, oncePerCaller }) => ({ kind, tiers, ...toOnce(oncePerCaller) }));

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
  conversion: { kind: "connected", seconds: "", from: "connection" },
  tiers: [newTier],
  oncePerCaller: toTypedWindow(undefined),
};

const toTypedConversion = (asked: Conversion): RevenueValues["conversion"] =>
  asked.kind === "length"
    ? { ...asked, seconds: String(asked.seconds) }
    : { ...asked, seconds: "", from: "connection" };

export const toRevenueValues = (revenue: Revenue): RevenueValues => {
  const start = { ...newRevenue, oncePerCaller: toTypedWindow(revenue.oncePerCaller) };
  switch (revenue.kind) {
    case "fixed":
      return {
        ...start,
        kind: "fixed",
        micros: toTypedMoney(revenue.micros),
        conversion: toTypedConversion(revenue.conversion),
      };
    case "per-minute":
      return {
        ...start,
        kind: "per-minute",
        microsPerMinute: toTypedMoney(revenue.microsPerMinute),
        incrementSeconds: String(revenue.incrementSeconds),
        minimumSeconds: String(revenue.minimumSeconds),
        conversion: toTypedConversion(revenue.conversion),
      };
    case "tiers":
      return {
        ...start,
        kind: "tiers",
        tiers: revenue.tiers.map(({ fromSeconds, micros }) => ({
          fromSeconds: String(fromSeconds),
          micros: toTypedMoney(micros),
        })),
      };
  }
};
