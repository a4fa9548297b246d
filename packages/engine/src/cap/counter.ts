import type { MicrosText } from "#money.ts";
import { isStrict, toLimit, type Cap, type Caps } from "./cap.ts";
import type { CapScope, OwnedCaps } from "./owner.ts";
import { toPeriod } from "./period.ts";

/**
 * The name of one count, a short text: whose it is, since which reset, of what, and from when on (epoch ms). It holds
 * a colon between its parts and none inside them.
 */
export type Counter = string;

/** The counter of one cap in the period that starts at `start`. */
export const toCounter = (
  owner: { scope: CapScope; id: string; generation: number },
  { on, period }: Pick<Cap, "on" | "period">,
  start: number,
): Counter => `${owner.scope}:${owner.id}:${owner.generation}:${on}:${period}:${start}`;

/** The counters of an owner's caps at `at` (epoch ms), in the caps' order. */
export const listCounters = (
  { scope, id }: { scope: CapScope; id: string },
  caps: Caps,
  at: number,
): Counter[] => {
  const owner = { scope, id, generation: caps.generation };
  return caps.list.map((cap) => toCounter(owner, cap, toPeriod(cap.period, caps.timeZone, at).start));
};

/** Whose counter it is. */
export const toScope = (counter: Counter): string => counter.slice(0, counter.indexOf(":"));

const DAY_MS = 86_400_000;

/** No day or month is longer; a count is kept that much again for what is said late of its calls. */
const keptMs: Readonly<Record<string, number>> = {
  hour: DAY_MS + 3_600_000,
  day: 2 * DAY_MS + 3_600_000,
  month: 62 * DAY_MS,
  // Of what is expected of targets: read for so many hours or days, and for a day corrected.
  hours: 3 * DAY_MS,
  days: 33 * DAY_MS,
};

/** When nobody asks for a counter any more (epoch ms); infinity for those of all time. */
export const toCounterExpiry = (counter: Counter): number => {
  const [, , , , period = "", start] = counter.split(":");
  return Number(start) + (keptMs[period] ?? Number.POSITIVE_INFINITY);
};

/** What a dial counts for: written with the decision, so that a later book changes nothing of it. */
export type Claim = {
  counter: Counter;
  on: Cap["on"];
  mode?: "strict" | "at-conversion";
  /** The most that the dial can add to a cap on money that is strict. */
  micros?: MicrosText;
};

/** A place that must be taken before the answer: so many calls or micros under the limit of a cap. */
export type Place = { counter: Counter; limit: bigint; by: bigint };

const toClaim = (cap: Cap, counter: Counter, worstMicros: bigint): Claim => ({
  counter,
  on: cap.on,
  ...("mode" in cap && { mode: cap.mode }),
  ...("micros" in cap && isStrict(cap) && { micros: worstMicros.toString() }),
});

/** How much of a cap a dial needs before it is made: nothing where the cap holds at conversion. */
export const toNeed = (cap: Cap, worstMicros: bigint): bigint => {
  if (!isStrict(cap)) return 0n;
  return "micros" in cap ? worstMicros : 1n;
};

/**
 * What a dial claims at `at` (epoch ms) under the caps of all owners, and the places that it needs at once.
 * `worstMicros` is the most that it can earn.
 */
export const toClaims = (
  owned: readonly OwnedCaps[],
  worstMicros: bigint,
  at: number,
): { claims: Claim[]; places: Place[] } => {
  const claims: Claim[] = [];
  const places: Place[] = [];
  for (const { owner, caps } of owned) {
    const counters = listCounters(owner, caps, at);
    for (const [index, cap] of caps.list.entries()) {
      const counter = counters[index] ?? "";
      claims.push(toClaim(cap, counter, worstMicros));
      const by = toNeed(cap, worstMicros);
      if (by > 0n) places.push({ counter, limit: toLimit(cap), by });
    }
  }
  return { claims, places };
};
