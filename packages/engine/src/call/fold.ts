import { toCanonicalText } from "#canonical.ts";
import { toCallState } from "./derive.ts";
import type { CallEvent } from "./event.ts";
import type { CallState } from "./state.ts";

/** The earlier of two tellings of one fact; of two at the same moment, one by their text. */
const preferTelling = (a: CallEvent, b: CallEvent): CallEvent => {
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return toCanonicalText(a.fact) <= toCanonicalText(b.fact) ? a : b;
};

/** The state of a call of which nothing is known. */
export const emptyCall = (callId: string, accountId: string): CallState => toCallState(callId, accountId, []);

const findPlace = (events: readonly CallEvent[], key: string): number => {
  let place = 0;
  for (const event of events) {
    if (event.key >= key) break;
    place += 1;
  }
  return place;
};

/** The events with one more in its place; the very same array when it says nothing new. */
const insert = (events: readonly CallEvent[], event: CallEvent): readonly CallEvent[] => {
  const place = findPlace(events, event.key);
  const held = events[place];
  const isHeld = held !== undefined && held.key === event.key;
  if (isHeld && preferTelling(held, event) === held) return events;
  return events.toSpliced(place, isHeld ? 1 : 0, event);
};

/**
 * The state with more events of the same call; the very same object when they say nothing new.
 * Law: joining is commutative, associative and idempotent, and equals `foldCall` of the same events.
 */
export const joinEvents = (state: CallState, events: readonly CallEvent[]): CallState => {
  const joined = events.reduce(insert, state.events);
  return joined === state.events ? state : toCallState(state.callId, state.accountId, joined);
};

const compareKeys = (a: CallEvent, b: CallEvent): number => {
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
};

/** Each fact once and in its place: by one sorting, for a call may have been told of thousands of times. */
const toPlaced = (events: readonly CallEvent[]): readonly CallEvent[] => {
  const placed: CallEvent[] = [];
  for (const event of events.toSorted(compareKeys)) {
    const held = placed.at(-1);
    if (held?.key === event.key) placed[placed.length - 1] = preferTelling(held, event);
    else placed.push(event);
  }
  return placed;
};

/**
 * The state that a call's events amount to, in whatever order and however often they are given.
 * Throws when there are none: nobody could say whose call it is.
 */
export const foldCall = (events: readonly CallEvent[]): CallState => {
  const [first] = events;
  if (first === undefined) throw new Error("A call without events has no state.");
  return toCallState(first.callId, first.accountId, toPlaced(events));
};
