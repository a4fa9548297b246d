import {
  listBegunSince,
  settle,
  toChargeChanges,
  toCountChanges,
  toMarkChanges,
  toPartyAccount,
  toRemembered,
  type CallState,
} from "@ccp/engine";
import type { Capacity, FactChanges } from "./capacity/capacity.ts";
import { toHolder } from "./slots.ts";

/** What is to be remembered of a call where its new facts change that. */
const toNewlyRemembered = (
  before: CallState | undefined,
  after: CallState,
): Pick<FactChanges, "remembered"> => {
  const remembered = toRemembered(after);
  if (remembered === null) return {};
  const was = before === undefined ? null : toRemembered(before);
  return JSON.stringify(was) === JSON.stringify(remembered) ? {} : { remembered };
};

/** What the ledger has, or is to get, of a call as what the buyer owes for it. */
const sumOwed = (call: CallState | undefined, buyerId: number): bigint => {
  const account = toPartyAccount({ kind: "buyer", id: buyerId });
  const owed = call === undefined ? [] : settle(call).filter(({ debit }) => debit === account);
  return owed.reduce((sum, { amountMicros }) => sum + amountMicros, 0n);
};

/**
 * Has the capacity count what a call's new facts count for, take from balances what they take, set the marks that they
 * set, and remember what they tell of its caller, in place of what its dials held.
 * The capacity is asked before anything else can happen, so that a checkpoint holds the facts and what follows
 * from them or neither.
 */
export const noteChanges = (
  capacity: Capacity,
  before: CallState | undefined,
  after: CallState,
): Promise<void> | undefined => {
  const { accountId, callId } = after;
  const charges = [...toChargeChanges(before, after)].map(([buyerId, micros]) => ({
    callId,
    buyerId,
    micros,
    bookedMicros: sumOwed(before, buyerId),
  }));
  const begun = listBegunSince(before, after);
  const newly = toNewlyRemembered(before, after);
  const counts = toCountChanges(before, after);
  const marks = toMarkChanges(before, after);
  const isNothing = counts.size + marks.size + begun.length + charges.length === 0;
  if (isNothing && newly.remembered === undefined) return undefined;
  const changes = { counts, marks, begun, charges, ...newly };
  const slots = after.attempts.map(({ targetId, number }) => ({
    accountId,
    targetId,
    holder: toHolder(callId, number),
  }));
  return capacity.note(accountId, changes, slots);
};
