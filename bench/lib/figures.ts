export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export type Gate = { name: string; value: number; bound: number; isMet: boolean; text: string };

export const atLeast = (name: string, value: number, bound: number): Gate => ({
  name,
  value,
  bound,
  isMet: value >= bound,
  text: `${name}: ${value.toFixed(2)} (gate: at least ${bound})`,
});

export const atMost = (name: string, value: number, bound: number): Gate => ({
  name,
  value,
  bound,
  isMet: value <= bound,
  text: `${name}: ${value.toFixed(2)} (gate: at most ${bound})`,
});
