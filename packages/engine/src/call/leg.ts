import type { LegFact, LegStatus } from "./event.ts";
import type { LegState } from "./state.ts";

/** A leg's fact with the time at which we took it in. */
export type LegEvent = { at: number; fact: LegFact };

const ranks = {
  queued: 0,
  initiated: 1,
  ringing: 2,
  "in-progress": 3,
  canceled: 4,
  failed: 5,
  "no-answer": 6,
  busy: 7,
  completed: 8,
} as const satisfies Record<LegStatus, number>;

/** Whether a status is a leg's last. */
export const isFinalStatus = (status: LegStatus): boolean => ranks[status] > ranks["in-progress"];

/** Positive when `a` says more of the leg than `b`: final first, then the record, the sequence, the status. */
const compareLegFacts = (a: LegFact, b: LegFact): number => {
  const isFinal = isFinalStatus(a.status);
  if (!isFinal || !isFinalStatus(b.status)) return ranks[a.status] - ranks[b.status];
  if (a.source !== b.source) return a.source === "record" ? 1 : -1;
  return (a.sequence ?? -1) - (b.sequence ?? -1) || ranks[a.status] - ranks[b.status];
};

const earliest = (events: readonly LegEvent[]): number | null => {
  const carrierTimes = events.flatMap(({ fact }) => fact.carrierAt ?? []);
  const times = carrierTimes.length > 0 ? carrierTimes : events.map(({ at }) => at);
  return times.length > 0 ? Math.min(...times) : null;
};

const bestOf = (events: readonly LegEvent[]): LegFact | null => {
  let best: LegFact | null = null;
  for (const { fact } of events) if (best === null || compareLegFacts(fact, best) > 0) best = fact;
  return best;
};

/** When and after how many seconds the leg ended; `best` is final, `agreeing` are the facts of its status. */
const toEnd = (best: LegFact, agreeing: readonly LegEvent[]) => ({
  endedAt: best.carrierAt ?? earliest(agreeing),
  seconds: best.seconds ?? agreeing.find(({ fact }) => fact.seconds !== null)?.fact.seconds ?? null,
});

/** Before a leg is over its record says that it was answered, and not when. */
const isSighting = ({ fact }: LegEvent): boolean => fact.source === "record" && fact.carrierAt === null;

/**
 * What a leg's facts amount to; null when there are none.
 * Law: depends on the set of facts only. A final status outranks the others; among final ones the carrier's
 * record outranks a callback. Talk is an answer, told or not.
 */
export const toLegState = (events: readonly LegEvent[]): LegState | null => {
  const best = bestOf(events);
  if (best === null) return null;
  const { ref, status, source } = best;
  const answers = events.filter(({ fact }) => fact.status === "in-progress");
  const answeredAt = earliest(answers);
  if (!isFinalStatus(status)) {
    return { ref, status, answeredAt, endedAt: null, seconds: null, source };
  }
  const end = toEnd(
    best,
    events.filter(({ fact }) => fact.status === status),
  );
  const talkedMs = status === "completed" ? (end.seconds ?? 0) * 1000 : 0;
  const talkedSince = talkedMs > 0 && end.endedAt !== null ? end.endedAt - talkedMs : null;
  const began = answers.every(isSighting) ? (talkedSince ?? answeredAt) : answeredAt;
  return { ref, status, answeredAt: began, ...end, source };
};
