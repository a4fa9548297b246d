import { toCountChanges, toMarkChanges, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { toHolder } from "./slots.ts";

/**
 * Has the capacity count what a call's new facts count for, and set the marks that they set, in place of what its dials
 * held. The capacity is asked before anything else can happen, so that a checkpoint holds the facts and what follows
 * from them or neither.
 */
export const noteChanges = (
  capacity: Capacity,
  before: CallState | undefined,
  after: CallState,
): Promise<void> | undefined => {
  const changes = { counts: toCountChanges(before, after), marks: toMarkChanges(before, after) };
  if (changes.counts.size === 0 && changes.marks.size === 0) return undefined;
  const { accountId, callId } = after;
  const slots = after.attempts.map(({ targetId, number }) => ({
    accountId,
    targetId,
    holder: toHolder(callId, number),
  }));
  return capacity.note(accountId, changes, slots);
};
