import type { PlanRow } from "#book.ts";
import { toMicros, type MicrosText } from "#money.ts";
import { toRevenueMax } from "#settle/revenue-max.ts";

/** When a call takes from a prepaid balance: with the dial, so that it always holds, or once its revenue is owed. */
export const balanceModes = ["strict", "at-conversion"] as const;

export type BalanceMode = (typeof balanceModes)[number];

/** How a buyer pays in advance. */
export type Prepaid = {
  /** How far below zero the balance may go; not negative. */
  creditLimitMicros: MicrosText;
  mode: BalanceMode;
};

/**
 * What a row's buyer had, less what is held for calls under way; null where the buyer does not pay in advance, and where
 * the balance was not known.
 */
export type BalanceRead = MicrosText | null;

/** A balance as a call was held against it, in micros. */
export type BalanceNumbers = {
  /** Null where it was not known. */
  balanceMicros: MicrosText | null;
  creditLimitMicros: MicrosText;
  /** What the call could take at most; "0" where only a balance that is left at all is asked for. */
  neededMicros: MicrosText;
};

/** What a dial of the row must find in the balance, in micros. */
export const toNeeded = (row: PlanRow, timeLimitSeconds: number): bigint =>
  row.prepaid?.mode === "strict" ? toRevenueMax(row, timeLimitSeconds) : 0n;

/**
 * Whether so much is left that a call which may take `needed` can be taken: something, and no less than that. All in
 * micros; the capacity asks the same when it takes the amount.
 */
export const hasBalance = (
  balance: bigint,
  { credit, needed }: { credit: bigint; needed: bigint },
): boolean => {
  const left = balance + credit;
  return left > 0n && left >= needed;
};

/** Whether the row's buyer pays in advance and has too little for a further call; a balance that is not known is too little. */
export const isOutOfBalance = (
  row: PlanRow,
  read: BalanceRead | undefined,
  timeLimitSeconds: number,
): boolean => {
  if (row.prepaid === undefined) return false;
  if (typeof read !== "string") return true;
  const credit = toMicros(row.prepaid.creditLimitMicros);
  return !hasBalance(toMicros(read), { credit, needed: toNeeded(row, timeLimitSeconds) });
};

/** The balance that the row was held against; null where its buyer does not pay in advance. */
export const toBalanceNumbers = (
  row: PlanRow,
  read: BalanceRead | undefined,
  timeLimitSeconds: number,
): BalanceNumbers | null =>
  row.prepaid === undefined
    ? null
    : {
        balanceMicros: read ?? null,
        creditLimitMicros: row.prepaid.creditLimitMicros,
        neededMicros: toNeeded(row, timeLimitSeconds).toString(),
      };
