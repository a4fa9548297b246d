import type { Cap } from "@ccp/engine";

const periodWords = {
  hour: "an hour",
  day: "a day",
  month: "a month",
  "all-time": "in all",
} as const satisfies Record<Cap["period"], string>;

const number = new Intl.NumberFormat("en-US");

/** Caps on one line: "50 connected a day, 1,000 converted in all". */
export const toCapsText = (caps: readonly Cap[]): string =>
  caps.length === 0
    ? "No caps"
    : caps.map(({ on, period, limit }) => `${number.format(limit)} ${on} ${periodWords[period]}`).join(", ");
