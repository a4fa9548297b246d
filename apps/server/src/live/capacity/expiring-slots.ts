import { createSecondWheel } from "./second-wheel.ts";
import { createSlotTable, type SlotDocument, type SlotTable } from "./slot-table.ts";

/** Held slots, each of which is free from the first whole second at or after its `expiresAt`. */
export type ExpiringSlots = Pick<SlotTable, "findSlots" | "countSlots" | "list" | "clear"> & {
  /** False where the slot's time is over already. */
  take(slot: SlotDocument, second: number): boolean;
  remove(slot: SlotDocument): void;
  /** Takes out what is free at `second`. */
  takeExpired(second: number): SlotDocument[];
};

const toSecond = (at: number): number => Math.ceil(at / 1000);

/** Each operation takes constant time however many slots are held: an expired one is found by its second. */
export const createExpiringSlots = (startSecond: number): ExpiringSlots => {
  const table = createSlotTable();
  const wheel = createSecondWheel<SlotDocument>(startSecond);
  return {
    findSlots: table.findSlots,
    countSlots: table.countSlots,
    list: table.list,
    take: (slot, second) => {
      if (toSecond(slot.expiresAt) <= second) return false;
      table.add(slot);
      wheel.add(toSecond(slot.expiresAt), slot);
      return true;
    },
    remove: (slot) => {
      table.remove(slot);
      wheel.remove(toSecond(slot.expiresAt), slot);
    },
    takeExpired: (second) => {
      const expired = wheel.takeThrough(second);
      for (const slot of expired) table.remove(slot);
      return expired;
    },
    clear: () => {
      table.clear();
      wheel.clear();
    },
  };
};
