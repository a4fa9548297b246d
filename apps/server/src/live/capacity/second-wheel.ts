/** Items by the whole second in which they are due; adding, removing and taking cost the same however many there are. */
export type SecondWheel<Item> = {
  add(second: number, item: Item): void;
  remove(second: number, item: Item): void;
  /** Takes out everything due up to and including `second`; seconds never go back. */
  takeThrough(second: number): Item[];
  clear(): void;
};

export const createSecondWheel = <Item>(startSecond: number): SecondWheel<Item> => {
  const bySecond = new Map<number, Set<Item>>();
  let takenThrough = startSecond;

  const listDue = (second: number): number[] => {
    // After a long silence it is cheaper to look through what there is than through every second.
    if (second - takenThrough > bySecond.size) return [...bySecond.keys()].filter((due) => due <= second);
    return Array.from({ length: second - takenThrough }, (_, index) => takenThrough + 1 + index);
  };

  return {
    add: (second, item) => {
      const peers = bySecond.get(second);
      if (peers === undefined) bySecond.set(second, new Set([item]));
      else peers.add(item);
    },
    remove: (second, item) => {
      const peers = bySecond.get(second);
      peers?.delete(item);
      if (peers?.size === 0) bySecond.delete(second);
    },
    takeThrough: (second) => {
      if (second <= takenThrough) return [];
      const taken: Item[] = [];
      for (const due of listDue(second)) {
        taken.push(...(bySecond.get(due) ?? []));
        bySecond.delete(due);
      }
      takenThrough = second;
      return taken;
    },
    clear: () => {
      bySecond.clear();
    },
  };
};
