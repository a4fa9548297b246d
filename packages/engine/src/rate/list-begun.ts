import { listLegs } from "#call/dial-leg.ts";
import type { CallState } from "#call/state.ts";
import type { RateKey } from "./rate.ts";

/** A dial that counts for a rate, at the moment of its decision (epoch ms). */
export type Begun = { key: RateKey; at: number };

const listBegun = ({ attempts, decisions }: CallState): (Begun & { attempt: number })[] =>
  listLegs(decisions).flatMap(({ leg: { rate, attempt } }) => {
    if (rate === undefined) return [];
    const at = attempts.find(({ number }) => number === attempt)?.dialledAt;
    return at === undefined ? [] : [{ key: rate, at, attempt }];
  });

const nothing: readonly Begun[] = [];

/** The dials that a call which was `before` has begun besides as `after`, as far as rates look at them. */
export const listBegunSince = (before: CallState | undefined, after: CallState): readonly Begun[] => {
  const is = listBegun(after);
  if (is.length === 0) return nothing;
  const known = new Set(before?.attempts.map(({ number }) => number));
  return is.filter(({ attempt }) => !known.has(attempt)).map(({ key, at }) => ({ key, at }));
};
