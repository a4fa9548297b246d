import type { Place } from "@ccp/engine";
import type { Clock } from "#clock.ts";
import type { Capacity, Slot } from "./capacity.ts";
import { createCounterTable, type CounterDocument } from "./counter-table.ts";
import { createExpiringSlots } from "./expiring-slots.ts";
import type { SlotDocument } from "./slot-table.ts";

/** Of places only those that are counted: what is held for a decision under way is in nobody's journal yet. */
export type CapacityDocument = { slots: readonly SlotDocument[] } & (
  | { format: 1 }
  | { format: 2; counters: readonly CounterDocument[] }
);

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

const noPlaces: readonly Place[] = [];

/** Slots with the places held for them, under one clock. */
const createHoldings = (clock: Clock) => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const slots = createExpiringSlots(toNow());
  const counters = createCounterTable(toNow());
  const held = new Map<SlotDocument, readonly Place[]>();

  const letGo = (slot: SlotDocument): void => {
    const places = held.get(slot);
    if (places === undefined) return;
    counters.hold(slot.accountId, places, -1);
    held.delete(slot);
  };

  return {
    slots,
    counters,
    letGo,
    find: ({ accountId, targetId, holder }: Slot) => slots.findSlots(accountId, targetId)?.get(holder),
    take: (slot: SlotDocument, places: readonly Place[]): void => {
      if (!slots.take(slot, toNow()) || places.length === 0) return;
      counters.hold(slot.accountId, places, 1);
      held.set(slot, places);
    },
    expire: (): void => {
      for (const slot of slots.takeExpired(toNow())) letGo(slot);
      counters.expire(toNow());
    },
    clear: (): void => {
      slots.clear();
      held.clear();
      counters.clear();
    },
  };
};

/** Counts slots per target and calls per counter; each operation takes constant time however many there are. */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const { slots, counters, letGo, find, take, expire, clear } = createHoldings(clock);
  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(slots.countSlots(accountId, targetIds));
    },
    readUsed: (accountId, asked) => {
      expire();
      return Promise.resolve(counters.countUsed(accountId, asked));
    },
    reserve: ({ limit, accountId, targetId, holder, expiresAt, places = noPlaces }) => {
      expire();
      const taken = slots.findSlots(accountId, targetId);
      const inUse = taken?.size ?? 0;
      if (taken?.has(holder)) return Promise.resolve({ kind: "granted", isNew: false });
      if (limit !== null && inUse >= limit) {
        return Promise.resolve({ kind: "refused", by: "concurrency", inUse });
      }
      const full = counters.findFull(accountId, places);
      if (full !== undefined) return Promise.resolve({ kind: "refused", by: "cap", ...full });
      take({ accountId, targetId, holder, expiresAt }, places);
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
    count: (accountId, changes, asked) => {
      expire();
      for (const [counter, by] of changes) counters.add(accountId, counter, by);
      for (const slot of asked.map(find)) if (slot !== undefined) letGo(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      return { format: 2, slots: slots.list(), counters: counters.list() };
    },
    restore: (document) => {
      expire();
      clear();
      for (const slot of document.slots) take(slot, noPlaces);
      if (document.format === 1) return;
      for (const { accountId, counter, count } of document.counters) counters.add(accountId, counter, count);
    },
  };
};
