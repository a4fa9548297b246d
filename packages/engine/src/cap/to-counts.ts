import { isBridged } from "#call/attempt.ts";
import { listLegs } from "#call/dial-leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros } from "#money.ts";
import { findConverted, settle, toRevenueOf } from "#settle/settle.ts";
import { toTallies } from "#strategy/tally.ts";
import type { Claim, Counter } from "./counter.ts";

const nothing: ReadonlyMap<Counter, bigint> = new Map();

type Dialled = { attempt: AttemptState; converted: AttemptState | undefined; state: CallState };

/** What the attempt has earned; where the cap is strict the most that it can, until a final word says how much it is. */
const toEarned = ({ mode, micros }: Claim, { attempt, converted, state }: Dialled): bigint => {
  const earned = converted?.number === attempt.number ? toRevenueOf(converted, state) : 0n;
  const isHeld = mode !== "at-conversion" && (earned === null || attempt.connectedSeconds === null);
  return isHeld ? toMicros(micros ?? "0") : (earned ?? 0n);
};

/**
 * What the attempt has of the place that it claimed: all until a final word says that what the cap counts did not come.
 * What ended without one may still turn out to have been a conversation.
 */
const toClaimed = (claim: Claim, dialled: Dialled): bigint => {
  const { attempt, converted } = dialled;
  const isOpen = attempt.connectedSeconds === null;
  switch (claim.on) {
    case "dialled":
      return 1n;
    case "connected":
      return isOpen || isBridged(attempt) ? 1n : 0n;
    case "converted":
      return converted?.number === attempt.number || (claim.mode !== "at-conversion" && isOpen) ? 1n : 0n;
    case "revenue":
      return toEarned(claim, dialled);
    case "payout":
      return 0n;
  }
};

const findAttempt = ({ attempts }: CallState, number: number): AttemptState | undefined => {
  for (const attempt of attempts) if (attempt.number === number) return attempt;
  return undefined;
};

const sumPayout = (state: CallState): bigint =>
  settle(state).reduce((sum, { kind, amountMicros }) => (kind === "payout" ? sum + amountMicros : sum), 0n);

/** Whether the call came in, or a dial of it was made, under a cap, or counts for what is expected of a target. */
export const hasClaims = ({ decisions }: CallState): boolean =>
  decisions.some(({ payoutCaps }) => payoutCaps !== undefined) ||
  listLegs(decisions).some(({ leg }) => leg.claims !== undefined || leg.tally !== undefined);

/**
 * What a call counts for, in calls or micros, by counter; a counter that is not named has nothing of it.
 * Law: depends on the call's facts only, in whatever order they came. A place is held from the dial on, and is given
 * back when the carrier's final word says that nothing came of it.
 */
export const toCounts = (state: CallState): ReadonlyMap<Counter, bigint> => {
  let counts: Map<Counter, bigint> | undefined;
  const add = (counter: Counter, by: bigint): void => {
    if (by === 0n) return;
    counts ??= new Map();
    counts.set(counter, (counts.get(counter) ?? 0n) + by);
  };
  for (const { payoutCaps } of state.decisions) {
    if (payoutCaps === undefined) continue;
    const paid = sumPayout(state);
    for (const { counter } of payoutCaps.claims) add(counter, paid);
  }
  for (const { leg } of listLegs(state.decisions)) {
    if (leg.claims === undefined) continue;
    const attempt = findAttempt(state, leg.attempt);
    if (attempt === undefined) continue;
    const dialled = { attempt, converted: findConverted(state), state };
    for (const claim of leg.claims) add(claim.counter, toClaimed(claim, dialled));
  }
  return counts ?? nothing;
};

/** Everything that a call counts for. */
export const toAllCounts = (state: CallState): ReadonlyMap<Counter, bigint> => {
  const tallies = toTallies(state);
  if (tallies.size === 0) return toCounts(state);
  return new Map([
    ...toCounts(state),
    ...[...tallies].map(([counter, by]) => [counter, BigInt(by)] as const),
  ]);
};

/** By how much each counter changes when a call that was `before` becomes `after`; what stays the same is left out. */
export const toCountChanges = (
  before: CallState | undefined,
  after: CallState,
): ReadonlyMap<Counter, bigint> => {
  const was = before === undefined ? nothing : toAllCounts(before);
  const is = toAllCounts(after);
  if (was.size === 0) return is;
  const changes = new Map<Counter, bigint>();
  for (const counter of new Set([...was.keys(), ...is.keys()])) {
    const by = (is.get(counter) ?? 0n) - (was.get(counter) ?? 0n);
    if (by !== 0n) changes.set(counter, by);
  }
  return changes;
};
