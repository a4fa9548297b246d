/** A seeded generator: the same seed gives the same numbers on every machine. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  between(range: readonly [number, number]): number;
  chance(share: number): boolean;
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
};

export const createRandom = (seed: string): Random => {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    between: ([low, high]) => low + next() * (high - low),
    chance: (share) => share > 0 && next() < share,
    hex: (length) => {
      let digits = "";
      while (digits.length < length)
        digits += Math.floor(next() * 4_294_967_296)
          .toString(16)
          .padStart(8, "0");
      return digits.slice(0, length);
    },
  };
};

const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value;
};
