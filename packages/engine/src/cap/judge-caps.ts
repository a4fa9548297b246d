import type { PlanRow } from "#book.ts";
import type { Cap } from "./cap.ts";

/** Calls that each cap of a row had counted when they were read, in the caps' order. */
export type CapsUsed = readonly number[];

/** A cap with what it had counted. */
export type CapNumbers = Cap & { used: number };

const none: readonly CapNumbers[] = [];

/** The row's caps with their counts, in order. */
export const listCapNumbers = ({ caps }: PlanRow, used: CapsUsed | undefined): readonly CapNumbers[] =>
  caps === undefined ? none : caps.list.map((cap, index) => ({ ...cap, used: used?.[index] ?? 0 }));

/** Whether one of the row's caps leaves no room for a further call. */
export const isCapFull = ({ caps }: PlanRow, used: CapsUsed | undefined): boolean =>
  caps !== undefined && caps.list.some(({ limit }, index) => (used?.[index] ?? 0) >= limit);

const periodWords = {
  hour: "this hour",
  day: "this day",
  month: "this month",
  "all-time": "in all",
} as const satisfies Record<Cap["period"], string>;

/** A cap and its count in words: "50 of 50 connected calls this day (America/New_York)". */
export const toCapText = ({ on, period, limit, used }: CapNumbers, timeZone: string): string => {
  const zone = period === "all-time" ? "" : ` (${timeZone})`;
  return `${used} of ${limit} ${on} ${limit === 1 ? "call" : "calls"} ${periodWords[period]}${zone}`;
};
