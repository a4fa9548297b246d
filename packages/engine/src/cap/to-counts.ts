import { isBridged } from "#call/attempt.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { findConverted } from "#settle/settle.ts";
import type { Claim, Counter } from "./counter.ts";

const nothing: ReadonlyMap<Counter, number> = new Map();

/**
 * Whether the attempt has the place that it claimed: until a final word says that what the cap counts did not come. What
 * ended without one may still turn out to have been a conversation.
 */
const isCounted = (
  { on, mode }: Claim,
  attempt: AttemptState,
  converted: AttemptState | undefined,
): boolean => {
  if (on === "dialled") return true;
  if (on === "connected") return attempt.connectedSeconds === null || isBridged(attempt);
  if (converted?.number === attempt.number) return true;
  return mode !== "at-conversion" && attempt.connectedSeconds === null;
};

const findAttempt = ({ attempts }: CallState, number: number): AttemptState | undefined => {
  for (const attempt of attempts) if (attempt.number === number) return attempt;
  return undefined;
};

/** Whether a dial of the call was made under a cap. */
export const hasClaims = ({ decisions }: CallState): boolean =>
  decisions.some(({ choice }) => choice.kind === "dial" && choice.claims !== undefined);

/**
 * What a call counts for, by counter; a counter that is not named has nothing of it.
 * Law: depends on the call's facts only, in whatever order they came. A place is held from the dial on, and is given
 * back when the carrier's final word says that nothing came of it.
 */
export const toCounts = (state: CallState): ReadonlyMap<Counter, number> => {
  let counts: Map<Counter, number> | undefined;
  for (const { choice } of state.decisions) {
    if (choice.kind !== "dial" || choice.claims === undefined) continue;
    const attempt = findAttempt(state, choice.attempt);
    if (attempt === undefined) continue;
    const converted = findConverted(state);
    for (const claim of choice.claims) {
      if (!isCounted(claim, attempt, converted)) continue;
      counts ??= new Map();
      counts.set(claim.counter, (counts.get(claim.counter) ?? 0) + 1);
    }
  }
  return counts ?? nothing;
};

/** By how much each counter changes when a call that was `before` becomes `after`; what stays the same is left out. */
export const toCountChanges = (
  before: CallState | undefined,
  after: CallState,
): ReadonlyMap<Counter, number> => {
  const was = before === undefined ? nothing : toCounts(before);
  const is = toCounts(after);
  if (was.size === 0) return is;
  const changes = new Map<Counter, number>();
  for (const counter of new Set([...was.keys(), ...is.keys()])) {
    const by = (is.get(counter) ?? 0) - (was.get(counter) ?? 0);
    if (by !== 0) changes.set(counter, by);
  }
  return changes;
};
