import type { Cap } from "@ccp/engine";

const periodWords = {
  hour: "an hour",
  day: "a day",
  month: "a month",
  "all-time": "in all",
} as const satisfies Record<Cap["period"], string>;

const number = new Intl.NumberFormat("en-US");

/**
 * Caps on one line: "50 connected a day, 1,000 converted in all", "$900.00 revenue a day". `toMoney` writes out micros.
 */
export const toCapsText = (caps: readonly Cap[], toMoney: (micros: string) => string): string =>
  caps.length === 0
    ? "No caps"
    : caps
        .map((cap) => {
          const much = "micros" in cap ? toMoney(cap.micros) : number.format(cap.limit);
          return `${much} ${cap.on} ${periodWords[cap.period]}`;
        })
        .join(", ");
