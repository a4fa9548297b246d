import type { Strategy } from "@ccp/engine";

/** Strategies in the order in which they are offered, each with its name and what it does in a sentence. */
export const strategyWords = {
  weighted: { label: "Weighted", text: "Calls are shared by weight: more weight, more calls." },
  "round-robin": { label: "Round robin", text: "Each one takes a call in its turn, whatever its weight." },
  pool: { label: "Pool", text: "The one with the fewest calls in progress takes the call." },
  "longest-idle": {
    label: "Longest idle",
    text: "The one that has been without a call for longest takes the call.",
  },
  "best-expected-revenue": {
    label: "Best expected revenue",
    text: "The one whose connected calls have earned the most, times its weight, takes the call.",
  },
  simultaneous: {
    label: "Simultaneous",
    text: "All of them ring at once, ten at the most; the first to answer takes the call.",
  },
} as const satisfies Record<Strategy, { label: string; text: string }>;
