import { findDial, isAttemptOver, toLegs, type CallState, type DialChoice } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import type { MemoryCapacity } from "./capacity/memory.ts";

// Time for the last callbacks to arrive; a slot that is still held then was lost.
const graceMs = 5 * 60_000;

/** Who holds the slot of one attempt. */
export const toHolder = (callId: string, attempt: number): string => `${callId}:${attempt}`;

/** When the slot of an attempt counts as free although nobody released it. */
export const toSlotExpiry = (choice: DialChoice, dialledAt: number): number =>
  dialledAt + (choice.ringTimeoutSeconds + choice.timeLimitSeconds) * 1000 + graceMs;

/**
 * Makes the held slots equal to what the call's facts say: one for each attempt that is not over.
 * Law: depends on the state alone, so it may be repeated and gives the same slots for every order of events.
 */
export const settleSlots = async (capacity: Capacity, state: CallState): Promise<void> => {
  for (const attempt of state.attempts) {
    const choice = findDial(state.decisions, attempt.number);
    if (choice === undefined) continue;
    const { accountId } = state;
    const { targetId } = attempt;
    const holder = toHolder(state.callId, attempt.number);
    if (isAttemptOver(attempt)) await capacity.release({ accountId, targetId, holder });
    // The limit was judged when the decision was made; here the slot is only put back where it was.
    else {
      const expiresAt = toSlotExpiry(choice, attempt.dialledAt);
      const leg = toLegs(choice).find((each) => each.attempt === attempt.number);
      const shared = leg?.shared?.map((key) => ({ key, limit: null }));
      await capacity.reserve({
        accountId,
        targetId,
        limit: null,
        holder,
        expiresAt,
        ...(shared && { shared }),
      });
    }
  }
};

/**
 * Makes all held slots equal to what the calls' facts say, after a restart: a checkpoint may hold a slot whose
 * decision never reached the journal.
 */
export const settleAllSlots = async (
  capacity: MemoryCapacity,
  findCall: (callId: string) => CallState | undefined,
  calls: Iterable<CallState>,
): Promise<void> => {
  for (const slot of capacity.checkpoint().slots) {
    const [callId = "", attempt] = slot.holder.split(":");
    const isKnown = findCall(callId)?.attempts.some(
      ({ number, targetId }) => String(number) === attempt && targetId === slot.targetId,
    );
    if (isKnown !== true) await capacity.release(slot);
  }
  for (const state of calls) await settleSlots(capacity, state);
};
