import { toCountChanges, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { toHolder } from "./slots.ts";

/**
 * Has the capacity count what a call's new facts count for, in place of what its dials held. The capacity is asked
 * before anything else can happen, so that a checkpoint holds the facts and their counts or neither.
 */
export const countCaps = (
  capacity: Capacity,
  before: CallState | undefined,
  after: CallState,
): Promise<void> | undefined => {
  const changes = toCountChanges(before, after);
  if (changes.size === 0) return undefined;
  const { accountId, callId } = after;
  const slots = after.attempts.map(({ targetId, number }) => ({
    accountId,
    targetId,
    holder: toHolder(callId, number),
  }));
  return capacity.count(accountId, changes, slots);
};
