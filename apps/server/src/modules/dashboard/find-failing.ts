import { type AttemptState, type CallState, isBridged } from "@ccp/engine";

/** A target whose latest attempts all failed, with the calls that made them, the latest first. */
export type Failing = { targetId: string; callIds: string[]; lastOutcome: AttemptState["outcome"] };

const missesMin = 3;

/** An attempt that says something about its target: one that the caller broke off, or that goes on, does not. */
const isTelling = ({ outcome }: AttemptState): boolean => outcome !== "canceled" && outcome !== "dialling";

/** Targets that missed the last three calls or more, one after the other, as far as these calls tell. */
export const findFailing = (states: readonly CallState[]): Failing[] => {
  const attempts = states
    .flatMap(({ callId, attempts }) => attempts.map((attempt) => ({ callId, attempt })))
    .filter(({ attempt }) => isTelling(attempt))
    .sort((a, b) => b.attempt.dialledAt - a.attempt.dialledAt);
  const failing = new Map<string, Failing>();
  const proven = new Set<string>();
  for (const { callId, attempt } of attempts) {
    const { targetId, outcome } = attempt;
    if (isBridged(attempt)) proven.add(targetId);
    if (proven.has(targetId)) continue;
    const held = failing.get(targetId) ?? { targetId, callIds: [], lastOutcome: outcome };
    if (!held.callIds.includes(callId)) held.callIds.push(callId);
    failing.set(targetId, held);
  }
  return [...failing.values()].filter(({ callIds }) => callIds.length >= missesMin);
};
