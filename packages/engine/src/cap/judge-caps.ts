import { toAmountText, toMicros } from "#money.ts";
import { toAmount, toLimit, type Cap, type CapAmount } from "./cap.ts";
import { toNeed } from "./counter.ts";
import type { CapOwner, OwnedCaps } from "./owner.ts";

/** What each cap of a row had counted when it was read, owner by owner, in the caps' order. */
export type CapsUsed = readonly CapAmount[];

/** A cap with what it had counted. */
export type CapNumbers = Cap & { used: CapAmount };

/** The same with whose it is, on which clock, and the least that a call more needs of it. */
export type OwnedNumbers = { owner: CapOwner; timeZone: string; cap: CapNumbers; need: bigint };

/** The caps of owners with their counts, in order. `worstMicros` is the most that a dial can earn. */
export const listCapNumbers = (
  owned: readonly OwnedCaps[],
  used: CapsUsed | undefined,
  worstMicros: bigint,
): OwnedNumbers[] => {
  let place = 0;
  return owned.flatMap(({ owner, caps: { list, timeZone } }) =>
    list.map((cap) => {
      const counted = used?.[place++] ?? ("micros" in cap ? "0" : 0);
      return { owner, timeZone, cap: { ...cap, used: counted }, need: toNeed(cap, worstMicros) };
    }),
  );
};

/** Whether a cap leaves no room for a call that needs so much of it; one that needs nothing finds a full one full. */
export const isFull = (cap: Cap, used: CapAmount, need: bigint): boolean => {
  // Calls are compared as they are: a decision over many rows does it for each of them.
  if ("limit" in cap) return Number(used) >= cap.limit;
  const limit = toLimit(cap);
  const counted = toAmount(used);
  return counted >= limit || counted + need > limit;
};

/** Whether one of the owners' caps leaves no room for a further call. */
export const isCapFull = (
  owned: readonly OwnedCaps[],
  used: CapsUsed | undefined,
  worstMicros: () => bigint,
): boolean => {
  let place = 0;
  for (const { caps } of owned) {
    for (const cap of caps.list) {
      const counted = used?.[place++] ?? 0;
      if (isFull(cap, counted, "micros" in cap ? toNeed(cap, worstMicros()) : 0n)) return true;
    }
  }
  return false;
};

const periodWords = {
  hour: "this hour",
  day: "this day",
  month: "this month",
  "all-time": "in all",
} as const satisfies Record<Cap["period"], string>;

const toWhat = (cap: CapNumbers, currency: string): string => {
  if (!("micros" in cap))
    return `${cap.used} of ${cap.limit} ${cap.on} ${cap.limit === 1 ? "call" : "calls"}`;
  const limit = toAmountText(toMicros(cap.micros));
  return `${toAmountText(toAmount(cap.used))} of ${limit} ${currency} of ${cap.on}`;
};

/** A cap and its count in words: "50 of 50 connected calls this day (America/New_York)". */
export const toCapText = (cap: CapNumbers, timeZone: string, currency: string): string => {
  const zone = cap.period === "all-time" ? "" : ` (${timeZone})`;
  return `${toWhat(cap, currency)} ${periodWords[cap.period]}${zone}`;
};

/** The first cap that left no room, in words, and how much a call needed where that is why; undefined where all did. */
export const findFullText = (
  numbers: readonly OwnedNumbers[],
  currency: string,
): { owner: CapOwner; text: string } | undefined => {
  const full = numbers.find(({ cap, need }) => isFull(cap, cap.used, need));
  if (full === undefined) return undefined;
  const { cap, timeZone, need, owner } = full;
  const isShort = "micros" in cap && toAmount(cap.used) < toLimit(cap);
  const needed = isShort ? `, and a call may come to ${toAmountText(need)} ${currency}` : "";
  return { owner, text: toCapText(cap, timeZone, currency) + needed };
};
