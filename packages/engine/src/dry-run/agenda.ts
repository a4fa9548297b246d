/** Things that are to happen, handed out as time goes on. */
export type Agenda<Item extends { at: number }> = {
  add(item: Item): void;
  /** Everything up to a moment (epoch ms), in order of time; of equal times in the order in which it was added. */
  take(until: number): Item[];
};

export const createAgenda = <Item extends { at: number }>(): Agenda<Item> => {
  // Latest first, so that what is next stands at the end.
  const left: Item[] = [];
  return {
    add: (item) => {
      let [from, to] = [0, left.length];
      while (from < to) {
        const middle = (from + to) >>> 1;
        if ((left[middle]?.at ?? 0) > item.at) from = middle + 1;
        else to = middle;
      }
      left.splice(from, 0, item);
    },
    take: (until) => {
      const taken: Item[] = [];
      for (let next = left.at(-1); next !== undefined && next.at <= until; next = left.at(-1)) {
        taken.push(next);
        left.pop();
      }
      return taken;
    },
  };
};
