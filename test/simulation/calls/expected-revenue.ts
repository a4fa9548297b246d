import type { Revenue } from "@ccp/contract";

/** From how many seconds on a conversation earns. */
export const toStartSeconds = (revenue: Revenue): number => {
  if (revenue.kind === "tiers") return Math.min(...revenue.tiers.map(({ fromSeconds }) => fromSeconds));
  const { conversion } = revenue;
  if (conversion.kind === "connected") return 0;
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
