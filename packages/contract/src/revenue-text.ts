import type { Revenue } from "./revenue.ts";

const toPerMinuteText = (
  {
    microsPerMinute,
    incrementSeconds,
    minimumSeconds,
    afterSeconds,
  }: Extract<Revenue, { kind: "per-minute" }>,
  toMoney: (micros: string) => string,
): string =>
  [
    `${toMoney(microsPerMinute)} a minute in steps of ${incrementSeconds} s`,
    ...(minimumSeconds === 0 ? [] : [`at least ${minimumSeconds} s`]),
    ...(afterSeconds === 0 ? [] : [`after ${afterSeconds} s`]),
  ].join(", ");

/** Revenue terms on one line: "25.00 a call after 30 s", "0.85 a minute in steps of 6 s", "10.00 from 30 s, 30.00 from 90 s". */
export const toRevenueText = (revenue: Revenue, toMoney: (micros: string) => string): string => {
  switch (revenue.kind) {
    case "fixed": {
      const after = revenue.afterSeconds === 0 ? "" : ` after ${revenue.afterSeconds} s`;
      return `${toMoney(revenue.micros)} a call${after}`;
    }
    case "per-minute":
      return toPerMinuteText(revenue, toMoney);
    case "tiers":
      return revenue.tiers
        .map(({ fromSeconds, micros }) => `${toMoney(micros)} from ${fromSeconds} s`)
        .join(", ");
  }
};
