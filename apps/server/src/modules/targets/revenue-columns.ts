import type { Revenue } from "@ccp/contract";
import type { LengthPrice } from "@ccp/engine";
import { type SQL, sql } from "drizzle-orm";
import { targets } from "#db/schema/parties.ts";

type RevenueColumns = {
  revenueMicros: bigint;
  revenueAfterSeconds: number;
  revenueByLength: LengthPrice | null;
};

/** Revenue terms in the table's way: what a call is worth and from when, or a price by its length. */
export const toRevenueColumns = (revenue: Revenue): RevenueColumns => {
  switch (revenue.kind) {
    case "fixed": {
      const { micros, afterSeconds } = revenue;
      return { revenueMicros: BigInt(micros), revenueAfterSeconds: afterSeconds, revenueByLength: null };
    }
    case "per-minute": {
      const { afterSeconds, ...revenueByLength } = revenue;
      return { revenueMicros: 0n, revenueAfterSeconds: afterSeconds, revenueByLength };
    }
    case "tiers": {
      const revenueAfterSeconds = revenue.tiers[0]?.fromSeconds ?? 0;
      return { revenueMicros: 0n, revenueAfterSeconds, revenueByLength: revenue };
    }
  }
};

/** The same in the contract's way. */
export const toRevenue = ({
  revenueMicros,
  revenueAfterSeconds: afterSeconds,
  revenueByLength,
}: Pick<typeof targets.$inferSelect, keyof RevenueColumns>): Revenue => {
  const byLength = revenueByLength as LengthPrice | null;
  if (byLength === null) return { kind: "fixed", micros: revenueMicros.toString(), afterSeconds };
  return byLength.kind === "per-minute"
    ? { ...byLength, afterSeconds }
    : { kind: "tiers", tiers: [...byLength.tiers] };
};

/** What a list by revenue goes by: the amount a call, a minute, or of the highest tier. */
export const revenueRank: SQL = sql`coalesce(
  ${targets.revenueByLength} ->> 'microsPerMinute',
  ${targets.revenueByLength} -> 'tiers' -> -1 ->> 'micros',
  ${targets.revenueMicros}::text)::bigint`;
