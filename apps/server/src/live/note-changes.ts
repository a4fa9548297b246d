import { listBegunSince, toChargeChanges, toCountChanges, toMarkChanges, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { toHolder } from "./slots.ts";

/**
 * Has the capacity count what a call's new facts count for, take from balances what they take, and set the marks that they set, in place of what its dials
 * held. The capacity is asked before anything else can happen, so that a checkpoint holds the facts and what follows
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
  }));
  const begun = listBegunSince(before, after);
  const changes = {
    counts: toCountChanges(before, after),
    marks: toMarkChanges(before, after),
    begun,
    charges,
  };
  if (changes.counts.size + changes.marks.size + begun.length + charges.length === 0) return undefined;
  const slots = after.attempts.map(({ targetId, number }) => ({
    accountId,
    targetId,
    holder: toHolder(callId, number),
  }));
  return capacity.note(accountId, changes, slots);
};
