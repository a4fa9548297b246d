/** A held slot as a checkpoint keeps it. */
export type SlotDocument = {
  accountId: string;
  targetId: string;
  holder: string;
  expiresAt: number;
  /** Others among whose calls at once it counts; absent when there are none. */
  shared?: readonly string[];
};

/** Held slots by account, target and holder. */
export type SlotTable = {
  /** By holder; undefined when the target has none. */
  findSlots(accountId: string, targetId: string): ReadonlyMap<string, SlotDocument> | undefined;
  /** How many each target or name that shares a limit has, in the order asked. */
  countSlots(accountId: string, keys: readonly string[]): number[];
  add(slot: SlotDocument): void;
  remove(slot: SlotDocument): void;
  list(): SlotDocument[];
  clear(): void;
};

/** Nested maps, because joining ids into one key costs more than all the rest of a look-up. */
export const createSlotTable = (): SlotTable => {
  const accounts = new Map<string, Map<string, Map<string, SlotDocument>>>();
  const sharing = new Map<string, Map<string, number>>();

  const share = ({ accountId, shared }: SlotDocument, by: 1 | -1): void => {
    if (shared === undefined) return;
    const counts = sharing.get(accountId) ?? new Map<string, number>();
    sharing.set(accountId, counts);
    for (const key of shared) {
      const count = (counts.get(key) ?? 0) + by;
      if (count === 0) counts.delete(key);
      else counts.set(key, count);
    }
    if (counts.size === 0) sharing.delete(accountId);
  };

  return {
    findSlots: (accountId, targetId) => accounts.get(accountId)?.get(targetId),
    countSlots: (accountId, keys) => {
      const targets = accounts.get(accountId);
      const counts = sharing.get(accountId);
      return keys.map((key) => targets?.get(key)?.size ?? counts?.get(key) ?? 0);
    },
    add: (slot) => {
      share(slot, 1);
      let targets = accounts.get(slot.accountId);
      if (targets === undefined) accounts.set(slot.accountId, (targets = new Map()));
      const slots = targets.get(slot.targetId);
      if (slots === undefined) targets.set(slot.targetId, new Map([[slot.holder, slot]]));
      else slots.set(slot.holder, slot);
    },
    remove: (slot) => {
      const { accountId, targetId, holder } = slot;
      const targets = accounts.get(accountId);
      const slots = targets?.get(targetId);
      if (slots?.delete(holder) === true) share(slot, -1);
      if (slots?.size === 0) targets?.delete(targetId);
      if (targets?.size === 0) accounts.delete(accountId);
    },
    list: () =>
      [...accounts.values()].flatMap((targets) =>
        [...targets.values()].flatMap((slots) => [...slots.values()]),
      ),
    clear: () => {
      accounts.clear();
      sharing.clear();
    },
  };
};
