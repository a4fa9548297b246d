import type { Clock } from "#clock.ts";
import type { Capacity } from "./capacity.ts";

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

/**
 * Counts slots per target. Each operation takes constant time however many slots are held: an expired slot is found
 * by its second, and is free from the first whole second at or after `expiresAt`.
 */
export const createMemoryCapacity = (clock: Clock): MemoryCapacity => {
  const targets = new Map<string, Target>();
  const bySecond = new Map<number, Set<Slot>>();
  let expiredThrough = Math.floor(clock.now() / 1000);

  const drop = (slot: Slot): void => {
    const { target, holder } = slot;
    target.slots.delete(holder);
    if (target.slots.size === 0) targets.delete(target.key);
    const second = toSecond(slot.expiresAt);
    const peers = bySecond.get(second);
    peers?.delete(slot);
    if (peers?.size === 0) bySecond.delete(second);
  };

  const expire = (): void => {
    const now = Math.floor(clock.now() / 1000);
    if (now <= expiredThrough) return;
    const isSparse = now - expiredThrough > bySecond.size;
    const due = isSparse ? [...bySecond.keys()].filter((second) => second <= now) : [];
    for (let second = expiredThrough + 1; !isSparse && second <= now; second++) due.push(second);
    for (const second of due) for (const slot of bySecond.get(second) ?? []) drop(slot);
    expiredThrough = now;
  };

  const take = ({ accountId, targetId, holder, expiresAt }: SlotDocument): void => {
    if (toSecond(expiresAt) <= expiredThrough) return;
    const key = `${accountId}:${targetId}`;
    let target = targets.get(key);
    if (target === undefined) targets.set(key, (target = { key, accountId, targetId, slots: new Map() }));
    const slot: Slot = { target, holder, expiresAt };
    target.slots.set(holder, slot);
    const second = toSecond(expiresAt);
    const peers = bySecond.get(second);
    if (peers === undefined) bySecond.set(second, new Set([slot]));
    else peers.add(slot);
  };

  const findSlots = (accountId: string, targetId: string) => targets.get(`${accountId}:${targetId}`)?.slots;

  return {
    readInUse: (accountId, targetIds) => {
      expire();
      return Promise.resolve(targetIds.map((targetId) => findSlots(accountId, targetId)?.size ?? 0));
    },
    reserve: (reservation) => {
      expire();
      const { accountId, targetId, limit, holder } = reservation;
      const held = findSlots(accountId, targetId);
      const inUse = held?.size ?? 0;
      if (held?.has(holder)) return Promise.resolve({ kind: "granted" });
      if (limit !== null && inUse >= limit) return Promise.resolve({ kind: "refused", inUse });
      take(reservation);
      return Promise.resolve({ kind: "granted" });
    },
    release: ({ accountId, targetId, holder }) => {
      const slot = findSlots(accountId, targetId)?.get(holder);
      if (slot !== undefined) drop(slot);
      return Promise.resolve();
    },
    checkpoint: () => {
      expire();
      const slots: SlotDocument[] = [];
      for (const { accountId, targetId, slots: held } of targets.values()) {
        for (const { holder, expiresAt } of held.values())
          slots.push({ accountId, targetId, holder, expiresAt });
      }
      return { format: 1, slots };
    },
    restore: (document) => {
      targets.clear();
      bySecond.clear();
      expiredThrough = Math.floor(clock.now() / 1000);
      for (const slot of document.slots) take(slot);
    },
  };
};
