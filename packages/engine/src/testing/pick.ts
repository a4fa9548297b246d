/** Numbers from 0 up to 1. */
export type Random = () => number;

export const pick = <Item>(random: Random, items: readonly [Item, ...Item[]]): Item =>
  items[Math.floor(random() * items.length)] ?? items[0];

/** True in that share of all draws. */
export const chance = (random: Random, share: number): boolean => random() < share;
