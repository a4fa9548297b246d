import {
  emptyCall,
  foldCall,
  hasCharges,
  hasClaims,
  joinEvents,
  nextDue,
  toRemembered,
  type CallEvent,
  type CallState,
} from "@ccp/engine";
import type { Capacity } from "./capacity/capacity.ts";
import { createEndedCalls, type EndedDocument } from "./ended-calls.ts";
import { isForgottenBy } from "./moments.ts";
import { noteChanges } from "./note-changes.ts";
import { settleSlots } from "./slots.ts";

/**
 * The calls as a checkpoint keeps them: of those that are not settled, or may still change a cap's count, a balance or what is remembered of their caller, their events,
 * from which everything else follows, and of those that are over that they are. Format 1 had all calls in memory, and did not say which are over.
 */
export type ContextsDocument = { calls: readonly (readonly CallEvent[])[] } & (
  | { format: 1 }
  | { format: 2; ended: EndedDocument }
);

/** What a call was when events were decided on, undefined for nothing, and what they make of it. */
export type Foreseen = { before: CallState | undefined; after: CallState };

/** What is known of every call that is open, or was a short while ago: a fold over the journal. */
export type Contexts = {
  find: (callId: string) => CallState | undefined;
  /** Those of a call's events whose facts are not in its context already, and so not in the journal. */
  listNews(events: readonly CallEvent[]): readonly CallEvent[];
  /**
   * Joins a durable record's events, all of one call, and brings slots, counts and marks in line with them. Records may come in any
   * order, any number of times. A late word about a call that is no longer here changes nothing: the journal has it,
   * and the drain books it. Only a buyer's report is told with all that was known of such a call, which is back then,
   * and counts for what the report adds.
   */
  apply(events: readonly CallEvent[], foreseen?: Foreseen): Promise<void>;
  forget(callId: string): void;
  /** Whether a call was over when it was last heard of; known long after it is forgotten. */
  hasEnded(callId: string): boolean;
  all(): Iterable<CallState>;
  size(): number;
  /** Takes a moment however much the calls hold; what it gives out does not change any more. */
  checkpoint(): ContextsDocument;
  /** Replaces all contexts; the slots are the capacity's own checkpoint. */
  restore(document: ContextsDocument): void;
};

type ContextsOptions = { capacity: Capacity; onChange: (state: CallState) => void };

/** Nothing more is to come of it. */
const isSettled = (state: CallState): boolean => nextDue(state) === null;

const canOpen = ({ fact }: CallEvent): boolean => fact.kind === "arrived" || fact.kind === "decided";

/**
 * What had been counted of a call that is told again with a report, which comes last; undefined for every other record.
 * No call is reported on in the record in which it comes in.
 */
const findToldAgain = (events: readonly CallEvent[]): CallState | undefined => {
  const isReported = events.length > 1 && events.at(-1)?.fact.kind === "reported-conversion";
  return isReported ? foldCall(events.slice(0, -1)) : undefined;
};

const hasEvent = ({ events }: CallState, key: string): boolean => {
  for (const held of events) if (held.key === key) return true;
  return false;
};

export const createContexts = ({ capacity, onChange }: ContextsOptions): Contexts => {
  const calls = new Map<string, CallState>();
  const ended = createEndedCalls();

  /** The call that a record's events join: one that had been forgotten by then is also when it is read again. */
  const findHeld = ({ callId, at }: CallEvent): CallState | undefined => {
    const held = calls.get(callId);
    return held !== undefined && isForgottenBy(held, at) ? undefined : held;
  };

  const find = (callId: string): CallState | undefined => calls.get(callId);

  const put = (state: CallState): void => {
    const { callId, lastFactAt } = state;
    calls.set(callId, state);
    if (isSettled(state)) ended.add(callId, lastFactAt ?? 0);
    onChange(state);
  };

  const forget = (callId: string): void => {
    const lastFactAt = find(callId)?.lastFactAt ?? null;
    if (lastFactAt !== null) ended.add(callId, lastFactAt);
    calls.delete(callId);
  };

  return {
    find,
    listNews: (events) => {
      const state = find(events[0]?.callId ?? "");
      return state === undefined ? events : events.filter(({ key }) => !hasEvent(state, key));
    },
    apply: async (events, foreseen) => {
      const [first] = events;
      if (first === undefined) return;
      const { callId, accountId } = first;
      const held = (foreseen === undefined ? findHeld(first) : find(callId)) ?? findToldAgain(events);
      if (held === undefined && !events.some(canOpen)) return;
      const state =
        foreseen !== undefined && foreseen.before === held
          ? foreseen.after
          : joinEvents(held ?? emptyCall(callId, accountId), events);
      if (state === held) return;
      put(state);
      await noteChanges(capacity, held, state);
      await settleSlots(capacity, state);
    },
    forget,
    hasEnded: ended.has,
    all: () => [...calls.values()],
    size: () => calls.size,
    checkpoint: () => ({
      format: 2,
      calls: [...calls.values()].flatMap((state) =>
        isSettled(state) && !hasClaims(state) && !hasCharges(state) && toRemembered(state) === null
          ? []
          : [state.events],
      ),
      ended: ended.checkpoint(),
    }),
    restore: (document) => {
      calls.clear();
      ended.restore(document.format === 1 ? [] : document.ended);
      for (const events of document.calls) put(foldCall(events));
    },
  };
};
