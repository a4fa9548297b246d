import { listLegs } from "#call/dial-leg.ts";
import type { AttemptState, CallState } from "#call/state.ts";
import { toMicros } from "#money.ts";
import { findConverted, toRevenueOf } from "#settle/settle.ts";

/** What a call takes from prepaid balances, in micros by buyer. */
export type Charges = ReadonlyMap<number, bigint>;

const nothing: Charges = new Map();

const findAttempt = ({ attempts }: CallState, number: number): AttemptState | undefined => {
  for (const attempt of attempts) if (attempt.number === number) return attempt;
  return undefined;
};

/** Whether a dial of the call was paid for from a prepaid balance. */
export const hasCharges = ({ decisions }: CallState): boolean =>
  listLegs(decisions).some(({ leg }) => leg.prepaid !== undefined);

/**
 * What the attempt takes: its revenue once that is known; until a final word says that nothing came of the dial, what was
 * held for it.
 */
const toCharge = (
  attempt: AttemptState,
  held: bigint,
  { state, converted }: { state: CallState; converted: AttemptState | undefined },
): bigint => {
  if (converted?.number === attempt.number) return toRevenueOf(attempt, state) ?? held;
  return attempt.connectedSeconds === null ? held : 0n;
};

/**
 * What a call takes from the balances of those buyers who paid in advance when they were dialled; a buyer of whose
 * balance nothing is taken is named with zero.
 * Law: depends on the call's facts only, in whatever order they came; once nothing is open any more it is, buyer by
 * buyer, the revenue that `settle` says.
 */
export const toCharges = (state: CallState): Charges => {
  let charges: Map<number, bigint> | undefined;
  for (const { leg } of listLegs(state.decisions)) {
    if (leg.prepaid === undefined || leg.buyerId === null) continue;
    const attempt = findAttempt(state, leg.attempt);
    if (attempt === undefined) continue;
    const converted = findConverted(state);
    const charge = toCharge(attempt, toMicros(leg.prepaid.heldMicros), { state, converted });
    charges ??= new Map();
    charges.set(leg.buyerId, (charges.get(leg.buyerId) ?? 0n) + charge);
  }
  return charges ?? nothing;
};

/** What a call that was `before` takes differently now that it is `after`: by buyer, all of it. */
export const toChargeChanges = (before: CallState | undefined, after: CallState): Charges => {
  const is = toCharges(after);
  if (is.size === 0) return is;
  const was = before === undefined ? nothing : toCharges(before);
  return new Map([...is].filter(([buyerId, micros]) => micros !== (was.get(buyerId) ?? 0n)));
};
