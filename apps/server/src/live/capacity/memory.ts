import type { Clock } from "#clock.ts";
import type { Capacity } from "./capacity.ts";
import { createSecondWheel } from "./second-wheel.ts";
import { createSlotTable, type SlotDocument } from "./slot-table.ts";

export type CapacityDocument = { format: 1; slots: readonly SlotDocument[] };

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

const toSecond = (at: number): number => Math.ceil(at / 1000);

/**
 * Counts slots per target. Each operation takes constant time however many slots are held: an expired slot is found
 * by its second, and is free from the first whole second at or after `expiresAt`.
 */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const table = createSlotTable();
  const wheel = createSecondWheel<SlotDocument>(toNow());

  const expire = (): void => {
    for (const slot of wheel.takeThrough(toNow())) table.remove(slot);
  };

  const take = (slot: SlotDocument): void => {
    if (toSecond(slot.expiresAt) <= toNow()) return;
    table.add(slot);
    wheel.add(toSecond(slot.expiresAt), slot);
  };

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(table.countSlots(accountId, targetIds));
    },
    reserve: ({ limit, accountId, targetId, holder, expiresAt }) => {
      expire();
      const held = table.findSlots(accountId, targetId);
      const inUse = held?.size ?? 0;
      if (held?.has(holder)) return Promise.resolve({ kind: "granted" });
      if (limit !== null && inUse >= limit) return Promise.resolve({ kind: "refused", inUse });
      take({ accountId, targetId, holder, expiresAt });
      return Promise.resolve({ kind: "granted" });
    },
    release: ({ accountId, targetId, holder }) => {
      const slot = table.findSlots(accountId, targetId)?.get(holder);
      if (slot !== undefined) {
        table.remove(slot);
        wheel.remove(toSecond(slot.expiresAt), slot);
      }
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      return { format: 1, slots: table.list() };
    },
    restore: (document) => {
      expire();
      table.clear();
      wheel.clear();
      for (const slot of document.slots) take(slot);
    },
  };
};
