import { emptyCall, foldCall, joinEvents, type CallEvent, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { settleSlots } from "./slots.ts";

/** The calls in memory as a checkpoint keeps them: their events, from which everything else follows. */
export type ContextsDocument = { format: 1; calls: readonly (readonly CallEvent[])[] };

/** What is known of every call that is open, or was a short while ago: a fold over the journal. */
export type Contexts = {
  find: (callId: string) => CallState | undefined;
  /** Whether this very fact is in the call's context already, and so in the journal. */
  isKnown(event: CallEvent): boolean;
  /**
   * Joins a durable record's events, all of one call, and brings the slots in line with them. Records may come in any
   * order, any number of times. A late word about a call that is no longer here changes nothing: the journal has it,
   * and the drain books it.
   */
  apply(events: readonly CallEvent[]): Promise<void>;
  forget(callId: string): void;
  all(): Iterable<CallState>;
  size(): number;
  checkpoint(): ContextsDocument;
  /** Replaces all contexts; the slots are the capacity's own checkpoint. */
  restore(document: ContextsDocument): void;
};

type ContextsOptions = { capacity: Capacity; onChange: (state: CallState) => void };

const canOpen = ({ fact }: CallEvent): boolean => fact.kind === "arrived" || fact.kind === "decided";

export const createContexts = ({ capacity, onChange }: ContextsOptions): Contexts => {
  const states = new Map<string, CallState>();

  const put = (state: CallState): void => {
    states.set(state.callId, state);
    onChange(state);
  };

  return {
    find: (callId) => states.get(callId),
    isKnown: ({ callId, key }) => states.get(callId)?.events.some((held) => held.key === key) ?? false,
    apply: async (events) => {
      const [first] = events;
      if (first === undefined) return;
      const { callId, accountId } = first;
      const held = states.get(callId);
      if (held === undefined && !events.some(canOpen)) return;
      const state = joinEvents(held ?? emptyCall(callId, accountId), events);
      if (state === held) return;
      put(state);
      await settleSlots(capacity, state);
    },
    forget: (callId) => {
      states.delete(callId);
    },
    all: () => states.values(),
    size: () => states.size,
    checkpoint: () => ({ format: 1, calls: [...states.values()].map(({ events }) => events) }),
    restore: (document) => {
      states.clear();
      for (const events of document.calls) put(foldCall(events));
    },
  };
};
