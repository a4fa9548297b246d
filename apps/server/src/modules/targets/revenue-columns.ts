import type { Conversion as AskedConversion, Revenue } from "@ccp/contract";
import type { Conversion, LengthPrice, RepeatWindow } from "@ccp/engine";
import { type SQL, sql } from "drizzle-orm";
import { targets } from "#db/schema/parties.ts";

type RevenueColumns = {
  revenueMicros: bigint;
  revenueAfterSeconds: number;
  conversion: Conversion | null;
  revenueByLength: LengthPrice | null;
  oncePerCaller: RepeatWindow | null;
};

/** Seconds of conversation have a column of their own. */
const toConversionColumns = (
  asked: AskedConversion,
): Pick<RevenueColumns, "revenueAfterSeconds" | "conversion"> => {
  if (asked.kind === "connected") return { revenueAfterSeconds: 0, conversion: null };
  if (asked.kind !== "length") return { revenueAfterSeconds: 0, conversion: asked };
  const { seconds, from } = asked;
  return from === "connection"
    ? { revenueAfterSeconds: seconds, conversion: null }
    : { revenueAfterSeconds: 0, conversion: { kind: "length", seconds, from } };
};

const toPriceColumns = (revenue: Revenue): Omit<RevenueColumns, "oncePerCaller"> => {
  switch (revenue.kind) {
    case "fixed": {
      const { micros, conversion } = revenue;
      return {
        revenueMicros: BigInt(micros),
        ...toConversionColumns(conversion),
        revenueByLength: null,
      };
    }
    case "per-minute": {
      const { conversion, oncePerCaller: _, ...revenueByLength } = revenue;
      return { revenueMicros: 0n, ...toConversionColumns(conversion), revenueByLength };
    }
    case "tiers": {
      const { tiers } = revenue;
      const revenueAfterSeconds = tiers[0]?.fromSeconds ?? 0;
      const revenueByLength = { kind: "tiers", tiers } as const;
      return { revenueMicros: 0n, revenueAfterSeconds, conversion: null, revenueByLength };
    }
  }
};

/** Revenue terms in the table's way: what a call is worth and from when, or a price by its length. */
export const toRevenueColumns = (revenue: Revenue): RevenueColumns => ({
  ...toPriceColumns(revenue),
  oncePerCaller: revenue.oncePerCaller ?? null,
});

const toConversion = (conversion: Conversion | null, seconds: number): AskedConversion => {
  if (conversion !== null) return conversion;
  return seconds === 0 ? { kind: "connected" } : { kind: "length", seconds, from: "connection" };
};

/** The same in the contract's way. */
export const toRevenue = (row: Pick<typeof targets.$inferSelect, keyof RevenueColumns>): Revenue => {
  const conversion = toConversion(row.conversion as Conversion | null, row.revenueAfterSeconds);
  const byLength = row.revenueByLength as LengthPrice | null;
  const once = row.oncePerCaller as RepeatWindow | null;
  const repeats = once === null ? {} : { oncePerCaller: once };
  if (byLength === null) {
    return { kind: "fixed", micros: row.revenueMicros.toString(), conversion, ...repeats };
  }
  return byLength.kind === "per-minute"
    ? { ...byLength, conversion, ...repeats }
    : { kind: "tiers", tiers: [...byLength.tiers], ...repeats };
};

/** What a list by revenue goes by: the amount a call, a minute, or of the highest tier. */
export const revenueRank: SQL = sql`coalesce(
  ${targets.revenueByLength} ->> 'microsPerMinute',
  ${targets.revenueByLength} -> 'tiers' -> -1 ->> 'micros',
  ${targets.revenueMicros}::text)::bigint`;
