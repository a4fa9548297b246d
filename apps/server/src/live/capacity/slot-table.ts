/** A held slot as a checkpoint keeps it. */
export type SlotDocument = { accountId: string; targetId: string; holder: string; expiresAt: number };

/** Held slots by account, target and holder. */
export type SlotTable = {
  /** By holder; undefined when the target has none. */
  findSlots(accountId: string, targetId: string): ReadonlyMap<string, SlotDocument> | undefined;
  /** How many each target has, in the order asked. */
  countSlots(accountId: string, targetIds: readonly string[]): number[];
  add(slot: SlotDocument): void;
  remove(slot: SlotDocument): void;
  list(): SlotDocument[];
  clear(): void;
};

/** Nested maps, because joining ids into one key costs more than all the rest of a look-up. */
export const createSlotTable = (): SlotTable => {
  const accounts = new Map<string, Map<string, Map<string, SlotDocument>>>();
  return {
    findSlots: (accountId, targetId) => accounts.get(accountId)?.get(targetId),
    countSlots: (accountId, targetIds) => {
      const targets = accounts.get(accountId);
      return targetIds.map((targetId) => targets?.get(targetId)?.size ?? 0);
    },
    add: (slot) => {
      let targets = accounts.get(slot.accountId);
      if (targets === undefined) accounts.set(slot.accountId, (targets = new Map()));
      const slots = targets.get(slot.targetId);
      if (slots === undefined) targets.set(slot.targetId, new Map([[slot.holder, slot]]));
      else slots.set(slot.holder, slot);
    },
    remove: ({ accountId, targetId, holder }) => {
      const targets = accounts.get(accountId);
      const slots = targets?.get(targetId);
      slots?.delete(holder);
      if (slots?.size === 0) targets?.delete(targetId);
      if (targets?.size === 0) accounts.delete(accountId);
    },
    list: () =>
      [...accounts.values()].flatMap((targets) =>
        [...targets.values()].flatMap((slots) => [...slots.values()]),
      ),
    clear: () => {
      accounts.clear();
    },
  };
};
