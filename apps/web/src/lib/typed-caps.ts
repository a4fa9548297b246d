import { capEvents, capModes, capPeriods, caps, type Cap } from "@ccp/engine";
import { z } from "zod";
import { numberText, toTypedNumber } from "./typed-fields.ts";

const limit = numberText(caps.element.shape.limit.nullable());

const limits = z.strictObject({ hour: limit, day: limit, month: limit, "all-time": limit });

/** Caps as a table of what is typed, an empty cell for none; `mode` is that of all on converted calls. */
export const typedCaps = z
  .strictObject({
    mode: z.enum(capModes),
    limits: z.strictObject({ dialled: limits, connected: limits, converted: limits }),
  })
  .transform((typed): Cap[] =>
    capEvents.flatMap((on) =>
      capPeriods.flatMap((period) => {
        const value = typed.limits[on][period];
        if (value === null) return [];
        return [{ on, period, limit: value, ...(on === "converted" && { mode: typed.mode }) }];
      }),
    ),
  );

export type TypedCaps = z.input<typeof typedCaps>;

export const toTypedCaps = (list: readonly Cap[]): TypedCaps => {
  const find = (on: Cap["on"], period: Cap["period"]): string =>
    toTypedNumber(list.find((each) => each.on === on && each.period === period)?.limit ?? null);
  const toRow = (on: Cap["on"]) => ({
    hour: find(on, "hour"),
    day: find(on, "day"),
    month: find(on, "month"),
    "all-time": find(on, "all-time"),
  });
  return {
    mode: list.find(({ mode }) => mode !== undefined)?.mode ?? "strict",
    limits: { dialled: toRow("dialled"), connected: toRow("connected"), converted: toRow("converted") },
  };
};
