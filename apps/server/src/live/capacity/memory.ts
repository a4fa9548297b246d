import type { Clock } from "#clock.ts";
import type { Capacity, Reservation, ReservationResult, Slot } from "./capacity.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import { createMarkTable, type MarkDocument } from "./mark-table.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places and marks only those of facts: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CounterDocument[] }
  | { format: 3; counters: readonly CounterDocument[]; marks: readonly MarkDocument[] }
);

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Refusal = Extract<ReservationResult, { kind: "refused" }>;

/** What is taken with a slot. */
type Held = Pick<Reservation, "places" | "offer">;

const nothing: Held = {};

/** Slots with what is held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const marks = createMarkTable();
  const held = new Map<SlotDocument, Held>();

  const letGo = (slot: SlotDocument): void => {
    const { places, offer } = held.get(slot) ?? nothing;
    if (places !== undefined) counters.hold(slot.accountId, places, -1);
    if (offer !== undefined) marks.letGo(slot.accountId, offer.marks, offer.stamp);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    marks,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, { places, offer }: Held): void => {
      if (!slots.take(slot, toNow()) || (places === undefined && offer === undefined)) return;
      if (places !== undefined) counters.hold(slot.accountId, places, 1);
      if (offer !== undefined) marks.hold(slot.accountId, offer.marks, offer.stamp);
      held.set(slot, { ...(places && { places }), ...(offer && { offer }) });
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
    },
  };
};

/** Counts slots per target and calls per counter; each operation takes constant time however many there are. */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const { slots, counters, marks, letGo, find, take, expire, clear } = createHoldings(clock);

  const findRefusal = ({ accountId, targetId, limit, places, offer }: Reservation): Refusal | undefined => {
    const inUse = slots.findSlots(accountId, targetId)?.size ?? 0;
    if (limit !== null && inUse >= limit) return { kind: "refused", by: "concurrency", inUse };
    const full = places && counters.findFull(accountId, places);
    if (full !== undefined) return { kind: "refused", by: "cap", ...full };
    const mark = offer && marks.findChanged(accountId, offer.marks);
    return mark === undefined ? undefined : { kind: "refused", by: "mark", mark };
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
      for (const slot of asked.map(find)) if (slot !== undefined) letGo(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      const kept = { slots: slots.list(), counters: counters.list(), marks: marks.list(clock.now()) };
      return { format: 3, ...kept };
    },
    restore: (document) => {
      expire();
      clear();
      for (const slot of document.slots) take(slot, nothing);
      if (document.format === 1) return;
      for (const { accountId, counter, count } of document.counters) counters.add(accountId, counter, count);
      if (document.format === 2) return;
      for (const { accountId, mark, at } of document.marks) marks.set(accountId, mark, at);
    },
  };
};
