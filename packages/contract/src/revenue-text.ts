import { toOnceText } from "./repeat-text.ts";
import type { Conversion, Revenue } from "./revenue.ts";

const sinceWords = { incoming: " from the arrival", dial: " from the dial", connection: "" } as const;

/** From when a call counts: "after 30 s"; empty where it is connected. */
const toConversionText = (conversion: Conversion): string => {
  switch (conversion.kind) {
    case "dialled":
      return "as soon as it is dialled";
    case "connected":
      return "";
    case "webhook":
      return "when a conversion is reported";
    case "length":
      return `after ${conversion.seconds} s${sinceWords[conversion.from]}`;
  }
};

const toPerMinuteText = (
  { microsPerMinute, incrementSeconds, minimumSeconds, conversion }: Extract<Revenue, { kind: "per-minute" }>,
  toMoney: (micros: string) => string,
): string => {
  const when = toConversionText(conversion);
  return [
    `${toMoney(microsPerMinute)} a minute in steps of ${incrementSeconds} s`,
    ...(minimumSeconds === 0 ? [] : [`at least ${minimumSeconds} s`]),
    ...(when === "" ? [] : [when]),
  ].join(", ");
};

const toEachText = (revenue: Revenue, toMoney: (micros: string) => string): string => {
  switch (revenue.kind) {
    case "fixed":
      return `${toMoney(revenue.micros)} a call ${toConversionText(revenue.conversion)}`.trimEnd();
    case "per-minute":
      return toPerMinuteText(revenue, toMoney);
    case "tiers":
      return revenue.tiers
        .map(({ fromSeconds, micros }) => `${toMoney(micros)} from ${fromSeconds} s`)
        .join(", ");
  }
};

/** Revenue terms on one line: "25.00 a call after 30 s", "0.85 a minute in steps of 6 s", "10.00 from 30 s, 30.00 from 90 s". */
export const toRevenueText = (revenue: Revenue, toMoney: (micros: string) => string): string => {
  const once = toOnceText(revenue.oncePerCaller);
  return [toEachText(revenue, toMoney), ...(once === "" ? [] : [once])].join(", ");
};
