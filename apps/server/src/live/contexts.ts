import { emptyCall, foldCall, joinEvents, type CallEvent, type CallState } from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { settleSlots } from "./slots.ts";

/** The calls in memory as a checkpoint keeps them: their events, from which everything else follows. */
export type ContextsDocument = { format: 1; calls: readonly (readonly CallEvent[])[] };

/** What is known of every call that is open, or was a short while ago: a fold over the journal. */
export type Contexts = {
  find: (callId: string) => CallState | undefined;
  /** Those of a call's events whose facts are not in its context already, and so not in the journal. */
  listNews(events: readonly CallEvent[]): readonly CallEvent[];
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

const hasEvent = (state: CallState, key: string): boolean => state.events.some((held) => held.key === key);

export const createContexts = ({ capacity, onChange }: ContextsOptions): Contexts => {
  const states = new Map<string, CallState>();

  const put = (state: CallState): void => {
    states.set(state.callId, state);
    onChange(state);
  };

  return {
    find: (callId) => states.get(callId),
    listNews: (events) => {
      const state = states.get(events[0]?.callId ?? "");
      return state === undefined ? events : events.filter(({ key }) => !hasEvent(state, key));
    },
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
