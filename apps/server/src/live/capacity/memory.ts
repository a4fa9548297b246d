import type { Clock } from "#clock.ts";
import { encodeCalls } from "./caller-codec.ts";
import type { Capacity, Reservation, ReservationResult, Slot } from "./capacity.ts";
import { createCallerTable, type CallerDocument } from "./caller-table.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable, type MarkDocument } from "./mark-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places and marks only those of facts: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CounterDocument[] }
  | { format: 3; counters: readonly CounterDocument[]; marks: readonly MarkDocument[] }
  | {
      format: 4;
      counters: readonly CounterDocument[];
      marks: readonly MarkDocument[];
      callers: { key: string; items: readonly CallerDocument[] };
    }
);

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** How many callers are remembered. */
  callers(): number;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

/** What is taken with a slot. */
type Held = Pick<Reservation, "places" | "offer" | "caller">;

const nothing: Held = {};

/** Slots with what is held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const marks = createMarkTable();
  const callers = createCallerTable();
  const held = new Map<SlotDocument, Held>();

  const letGo = (slot: SlotDocument): void => {
    const { places, offer, caller } = held.get(slot) ?? nothing;
    const { accountId, holder } = slot;
    if (caller !== undefined) callers.letGo({ accountId, number: caller.number }, holder);
    if (places !== undefined) counters.hold(slot.accountId, places, -1);
    if (offer !== undefined) marks.letGo(slot.accountId, offer.marks, offer.stamp);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    marks,
    callers,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, { places, offer, caller }: Held): void => {
      const isNothing = places === undefined && offer === undefined && caller === undefined;
      if (!slots.take(slot, toNow()) || isNothing) return;
      const { accountId, holder } = slot;
      if (places !== undefined) counters.hold(accountId, places, 1);
      if (offer !== undefined) marks.hold(accountId, offer.marks, offer.stamp);
      if (caller !== undefined) callers.hold({ accountId, number: caller.number }, holder, caller.call);
      held.set(slot, { ...(places && { places }), ...(offer && { offer }), ...(caller && { caller }) });
    },
    expire: (): void => {
      for (const slot of slots.takeExpired(toNow())) letGo(slot);
      counters.expire(toNow());
    },
    clear: (): void => {
      slots.clear();
      held.clear();
      counters.clear();
      marks.clear();
      callers.clear();
    },
  };
};

/** Counts slots per target and calls per counter; each operation takes constant time however many there are. */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const { slots, counters, marks, callers, letGo, find, take, expire, clear } = createHoldings(clock);

  /** Whether another call of the caller has come, or has gone on, since they were read. */
  const hasCallerChanged = ({ accountId, caller }: Reservation): boolean => {
    if (caller === undefined || caller.asRead === null) return false;
    const { number, call, asRead } = caller;
    const present = callers.read({ accountId, number }, call.callId, clock.now());
    return encodeCalls(present) !== encodeCalls(asRead);
  };

  const findRefusal = (reservation: Reservation): Refusal | undefined => {
    const { accountId, targetId, limit, places, offer } = reservation;
    const inUse = slots.findSlots(accountId, targetId)?.size ?? 0;
    if (limit !== null && inUse >= limit) return { kind: "refused", by: "concurrency", inUse };
    const full = places && counters.findFull(accountId, places);
    if (full !== undefined) return { kind: "refused", by: "cap", ...full };
    const mark = offer && marks.findChanged(accountId, offer.marks);
    if (mark !== undefined) return { kind: "refused", by: "mark", mark };
    return hasCallerChanged(reservation) ? { kind: "refused", by: "caller" } : undefined;
  };

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(slots.countSlots(accountId, targetIds));
    },
    readUsed: (accountId, asked) => {
      expire();
      return Promise.resolve(counters.countUsed(accountId, asked));
    },
    readMarks: (accountId, asked) => {
      expire();
      const at = marks.read(accountId, asked);
      return Promise.resolve({ stamp: marks.takeStamp(clock.now()), at });
    },
    readCaller: ({ accountId, number, but }) => {
      expire();
      return Promise.resolve(callers.read({ accountId, number }, but, clock.now()));
    },
    claimCaller: ({ accountId, number, call }) => {
      expire();
      const others = callers.read({ accountId, number }, call.callId, clock.now());
      callers.hold({ accountId, number }, call.callId, call);
      return Promise.resolve(others);
    },
    unclaimCaller: ({ accountId, number, callId }) => {
      callers.letGo({ accountId, number }, callId);
      return Promise.resolve();
    },
    reserve: (reservation) => {
      expire();
      const { accountId, targetId, holder, expiresAt } = reservation;
      if (find(reservation) !== undefined) return Promise.resolve({ kind: "granted", isNew: false });
      const refusal = findRefusal(reservation);
      if (refusal !== undefined) return Promise.resolve(refusal);
      take({ accountId, targetId, holder, expiresAt }, reservation);
      return Promise.resolve({ kind: "granted", isNew: true });
    },
    release: (asked) => {
      const slot = find(asked);
      if (slot !== undefined) {
        slots.remove(slot);
        letGo(slot);
      }
      return Promise.resolve();
    },
    note: (accountId, changes, asked) => {
      expire();
      for (const [counter, by] of changes.counts) counters.add(accountId, counter, by);
      for (const [mark, at] of changes.marks) marks.set(accountId, mark, at);
      const { remembered } = changes;
      if (remembered !== undefined) {
        const caller = { accountId, number: remembered.number };
        callers.set(caller, remembered.call, clock.now());
        callers.letGo(caller, remembered.call.callId);
      }
      for (const slot of asked.map(find)) if (slot !== undefined) letGo(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      const kept = { slots: slots.list(), counters: counters.list(), marks: marks.list(clock.now()) };
      return { format: 4, ...kept, callers: callers.list() };
    },
    callers: callers.size,
    restore: (document) => {
      expire();
      clear();
      for (const slot of document.slots) take(slot, nothing);
      if (document.format === 1) return;
      for (const { accountId, counter, count } of document.counters) counters.add(accountId, counter, count);
      if (document.format === 2) return;
      for (const { accountId, mark, at } of document.marks) marks.set(accountId, mark, at);
      if (document.format === 4) callers.restore(document.callers.key, document.callers.items);
    },
  };
};
