/**
 * How one of several open targets is picked: by shares of weight, each in its turn, the one with the fewest calls in
 * progress, or the one that has been without a call for longest.
 */
export const strategies = ["weighted", "round-robin", "pool", "longest-idle"] as const;

export type Strategy = (typeof strategies)[number];
