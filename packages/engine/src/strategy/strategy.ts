/**
 * How one of several open targets is picked: by shares of weight, each in its turn, the one with the fewest calls in
 * progress, the one that has been without a call for longest, or the one whose calls have earned the most.
 */
export const strategies = [
  "weighted",
  "round-robin",
  "pool",
  "longest-idle",
  "best-expected-revenue",
] as const;

export type Strategy = (typeof strategies)[number];

/** Whether a strategy counts turns: all it has, or those among equals. */
export const takesTurns = (strategy: Strategy): boolean =>
  strategy === "round-robin" || strategy === "best-expected-revenue";
