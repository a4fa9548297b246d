/**
 * How one of several open targets is picked: by shares of weight, each in its turn, the one with the fewest calls in
 * progress, the one that has been without a call for longest, or the one whose calls have earned the most.
 * `simultaneous` picks all of them: they ring at once, and the first to answer has the call.
 */
export const strategies = [
  "weighted",
  "round-robin",
  "pool",
  "longest-idle",
  "best-expected-revenue",
  "simultaneous",
] as const;

export type Strategy = (typeof strategies)[number];

/** No carrier rings more at once. */
export const RING_MOST = 10;

/** Strategies that look at live numbers to tell one from another. */
export type Comparing = Exclude<Strategy, "weighted" | "simultaneous">;

export const isComparing = (strategy: Strategy): strategy is Comparing =>
  strategy !== "weighted" && strategy !== "simultaneous";

/** Whether a strategy counts turns: all it has, or those among equals. */
export const takesTurns = (strategy: Strategy): boolean =>
  strategy === "round-robin" || strategy === "best-expected-revenue";
