import type { Revenue } from "@ccp/contract";

/** What a buyer's system says of a call; null where it leaves the amount to the terms. */
export type Report = { idempotencyKey: string; micros: string | null };

const hasConversion = (revenue: Revenue): revenue is Exclude<Revenue, { kind: "tiers" }> =>
  revenue.kind !== "tiers";

/** Whether a conversation earns once the buyer's system says so. */
export const isByReport = (revenue: Revenue): boolean =>
  hasConversion(revenue) && revenue.conversion.kind === "webhook";

/** From how many seconds on a conversation earns, or may be reported. */
export const toStartSeconds = (revenue: Revenue): number => {
  if (revenue.kind === "tiers") return Math.min(...revenue.tiers.map(({ fromSeconds }) => fromSeconds));
  const { conversion } = revenue;
  if (conversion.kind === "connected" || conversion.kind === "webhook") return 0;
  if (conversion.kind === "length" && conversion.from === "connection") return conversion.seconds;
  throw new Error("No plan has a target that converts by anything but its conversation.");
};

/** Counted step by step, as somebody with a stopwatch and a price list would. */
const countBilledSeconds = (
  { incrementSeconds, minimumSeconds }: Extract<Revenue, { kind: "per-minute" }>,
  seconds: number,
): number => {
  let billed = 0;
  while (billed < seconds) billed += incrementSeconds;
  return Math.max(billed, minimumSeconds);
};

/** What the buyer owes for a conversation by the plan's terms, in micros. */
export const toExpectedRevenue = (revenue: Revenue, seconds: number): bigint => {
  if (seconds < toStartSeconds(revenue)) return 0n;
  switch (revenue.kind) {
    case "fixed":
      return BigInt(revenue.micros);
    case "per-minute": {
      const sixtieths = BigInt(revenue.microsPerMinute) * BigInt(countBilledSeconds(revenue, seconds));
      return (sixtieths - (sixtieths % 60n)) / 60n;
    }
    case "tiers": {
      let micros = "0";
      for (const tier of revenue.tiers) if (seconds >= tier.fromSeconds) micros = tier.micros;
      return BigInt(micros);
    }
  }
};
