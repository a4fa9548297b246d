import type { Cap, CapEvent, CapPeriod, Caps } from "./cap.ts";
import { toPeriod } from "./period.ts";

/**
 * The name of one count, a short text: whose it is, since which reset, of what, and from when on (epoch ms). It holds
 * a colon between its parts and none inside them.
 */
export type Counter = string;

/** Who has caps; only targets so far. */
type CapScope = "target";

/** The counter of one cap in the period that starts at `start`. */
export const toCounter = (
  owner: { scope: CapScope; id: string; generation: number },
  { on, period }: { on: CapEvent; period: CapPeriod },
  start: number,
): Counter => `${owner.scope}:${owner.id}:${owner.generation}:${on}:${period}:${start}`;

/** The counters of a target's caps at `at` (epoch ms), in the caps' order. */
export const listCounters = (targetId: string, caps: Caps, at: number): Counter[] => {
  const owner = { scope: "target", id: targetId, generation: caps.generation } as const;
  return caps.list.map((cap) => toCounter(owner, cap, toPeriod(cap.period, caps.timeZone, at).start));
};

const DAY_MS = 86_400_000;

/** No day or month is longer; a count is kept that much again for what is said late of its calls. */
const keptMs: Readonly<Record<string, number>> = {
  hour: DAY_MS + 3_600_000,
  day: 2 * DAY_MS + 3_600_000,
  month: 62 * DAY_MS,
};

/** When nobody asks for a counter any more (epoch ms); infinity for those of all time. */
export const toCounterExpiry = (counter: Counter): number => {
  const [, , , , period = "", start] = counter.split(":");
  return Number(start) + (keptMs[period] ?? Number.POSITIVE_INFINITY);
};

/** What a dial counts for: written with the decision, so that a later book changes nothing of it. */
export type Claim = { counter: Counter; on: CapEvent; mode?: Exclude<Cap["mode"], undefined> };

/** A place that must be taken before the answer; `limit` is that of the cap. */
export type Place = { counter: Counter; limit: number };

/** What dialling a target with these caps claims at `at` (epoch ms), and the places that it needs at once. */
export const toClaims = (targetId: string, caps: Caps, at: number): { claims: Claim[]; places: Place[] } => {
  const counters = listCounters(targetId, caps, at);
  const all = caps.list.map(({ on, limit, mode }, index) => ({
    on,
    limit,
    mode,
    counter: counters[index] ?? "",
  }));
  return {
    claims: all.map(({ counter, on, mode }) => ({ counter, on, ...(mode !== undefined && { mode }) })),
    places: all.flatMap(({ counter, limit, mode }) => (mode === "at-conversion" ? [] : [{ counter, limit }])),
  };
};
