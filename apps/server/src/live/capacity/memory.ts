import type { Clock } from "#clock.ts";
import type { Capacity } from "./capacity.ts";
import { createSecondWheel } from "./second-wheel.ts";

/** A held slot as a checkpoint keeps it. */
export type SlotDocument = { accountId: string; targetId: string; holder: string; expiresAt: number };

export type CapacityDocument = { format: 1; slots: readonly SlotDocument[] };

/** Capacity of a single node: in memory, with its state as a plain document for the checkpoint. */
export type MemoryCapacity = Capacity & {
  checkpoint(): CapacityDocument;
  /** Replaces everything held by what the document says. */
  restore(document: CapacityDocument): void;
};

type Target = { key: string; accountId: string; targetId: string; slots: Map<string, Slot> };
type Slot = { target: Target; holder: string; expiresAt: number };

const toSecond = (at: number): number => Math.ceil(at / 1000);
const toKey = (accountId: string, targetId: string): string => `${accountId}:${targetId}`;

/**
 * Counts slots per target. Each operation takes constant time however many slots are held: an expired slot is found
 * by its second, and is free from the first whole second at or after `expiresAt`.
 */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const toNow = () => Math.floor(clock.now() / 1000);
  const targets = new Map<string, Target>();
  const wheel = createSecondWheel<Slot>(toNow());

  const drop = ({ target, holder }: Slot): void => {
    target.slots.delete(holder);
    if (target.slots.size === 0) targets.delete(target.key);
  };

  const expire = (): void => {
    for (const slot of wheel.takeThrough(toNow())) drop(slot);
  };

  const take = ({ accountId, targetId, holder, expiresAt }: SlotDocument): void => {
    if (toSecond(expiresAt) <= toNow()) return;
    const key = toKey(accountId, targetId);
    let target = targets.get(key);
    if (target === undefined) targets.set(key, (target = { key, accountId, targetId, slots: new Map() }));
    const slot: Slot = { target, holder, expiresAt };
    target.slots.set(holder, slot);
    wheel.add(toSecond(expiresAt), slot);
  };

  const findSlots = (accountId: string, targetId: string) => targets.get(toKey(accountId, targetId))?.slots;

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(targetIds.map((targetId) => findSlots(accountId, targetId)?.size ?? 0));
    },
    reserve: ({ limit, ...slot }) => {
      expire();
      const held = findSlots(slot.accountId, slot.targetId);
      const inUse = held?.size ?? 0;
      if (held?.has(slot.holder)) return Promise.resolve({ kind: "granted" });
      if (limit !== null && inUse >= limit) return Promise.resolve({ kind: "refused", inUse });
      take(slot);
      return Promise.resolve({ kind: "granted" });
    },
    release: ({ accountId, targetId, holder }) => {
      const slot = findSlots(accountId, targetId)?.get(holder);
      if (slot !== undefined) {
        drop(slot);
        wheel.remove(toSecond(slot.expiresAt), slot);
      }
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      const slots = [...targets.values()].flatMap(({ accountId, targetId, slots: held }) =>
        [...held.values()].map(({ holder, expiresAt }) => ({ accountId, targetId, holder, expiresAt })),
      );
      return { format: 1, slots };
    },
    restore: (document) => {
      expire();
      targets.clear();
      wheel.clear();
      for (const slot of document.slots) take(slot);
    },
  };
};
