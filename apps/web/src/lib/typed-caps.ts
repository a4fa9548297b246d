import {
  capEvents,
  capModes,
  capPeriods,
  caps,
  type payoutCaps,
  type Cap,
  type CapPeriod,
} from "@ccp/engine";
import { z } from "zod";
import { numberText, readMoney, toTypedMoney, toTypedNumber } from "./typed-fields.ts";

const [callCap, revenueCap] = caps.element.options;

const toRow = <Cell extends z.ZodType>(cell: Cell) =>
  z.strictObject({ hour: cell, day: cell, month: cell, "all-time": cell });

const limits = toRow(numberText(callCap.shape.limit.nullable()));

/** An amount, or an empty cell for none. */
const sum = z
  .string()
  .transform((text, check): string | null => {
    if (text.trim() === "") return null;
    const reading = readMoney(text);
    if (reading.kind === "read") return reading.micros;
    check.addIssue({ code: "custom", message: reading.problem });
    return z.NEVER;
  })
  .pipe(revenueCap.shape.micros.nullable());

const sums = toRow(sum);

type Sums = Record<CapPeriod, string | null>;

const listSums = <Of extends object>(row: Sums, toCap: (period: CapPeriod, micros: string) => Of): Of[] =>
  capPeriods.flatMap((period) => {
    const micros = row[period];
    return micros === null ? [] : [toCap(period, micros)];
  });

/** Caps as a table of what is typed, an empty cell for none; a mode is that of all caps of its row. */
export const typedCaps = z
  .strictObject({
    mode: z.enum(capModes),
    revenueMode: z.enum(capModes),
    limits: z.strictObject({ dialled: limits, connected: limits, converted: limits }),
    sums: z.strictObject({ revenue: sums }),
  })
  .transform((typed): z.infer<typeof caps> => [
    ...capEvents.flatMap((on) =>
      capPeriods.flatMap((period) => {
        const value = typed.limits[on][period];
        if (value === null) return [];
        return [{ on, period, limit: value, ...(on === "converted" && { mode: typed.mode }) }];
      }),
    ),
    ...listSums(typed.sums.revenue, (period, micros) => ({
      on: "revenue" as const,
      period,
      micros,
      mode: typed.revenueMode,
    })),
  ]);

export type TypedCaps = z.input<typeof typedCaps>;

/** Caps on what a publisher is paid, in the same way. */
export const typedPayoutCaps = z
  .strictObject({ sums: z.strictObject({ payout: sums }) })
  .transform(({ sums: { payout } }): z.infer<typeof payoutCaps> =>
    listSums(payout, (period, micros) => ({ on: "payout" as const, period, micros })),
  );

export type TypedPayoutCaps = z.input<typeof typedPayoutCaps>;

const toTypedRow = (list: readonly Cap[], on: Cap["on"]) => {
  const find = (period: CapPeriod): string => {
    const cap = list.find((each) => each.on === on && each.period === period);
    if (cap === undefined) return "";
    return "micros" in cap ? toTypedMoney(cap.micros) : toTypedNumber(cap.limit);
  };
  return { hour: find("hour"), day: find("day"), month: find("month"), "all-time": find("all-time") };
};

const findMode = (list: readonly Cap[], on: Cap["on"]): TypedCaps["mode"] => {
  for (const cap of list) if (cap.on === on && "mode" in cap && cap.mode !== undefined) return cap.mode;
  return "strict";
};

export const toTypedCaps = (list: readonly Cap[]): TypedCaps => ({
  mode: findMode(list, "converted"),
  revenueMode: findMode(list, "revenue"),
  limits: {
    dialled: toTypedRow(list, "dialled"),
    connected: toTypedRow(list, "connected"),
    converted: toTypedRow(list, "converted"),
  },
  sums: { revenue: toTypedRow(list, "revenue") },
});

export const toTypedPayoutCaps = (list: readonly Cap[]): TypedPayoutCaps => ({
  sums: { payout: toTypedRow(list, "payout") },
});
