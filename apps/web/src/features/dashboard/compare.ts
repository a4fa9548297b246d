import { formatDuration } from "#lib/format-duration.ts";

/** How a figure changed: which way, and by how much in words. `way` null where it cannot be said. */
export type Delta = { way: "up" | "down" | "same" | null; text: string };

const toWay = (difference: number): "up" | "down" | "same" => {
  if (difference === 0) return "same";
  return difference > 0 ? "up" : "down";
};

const toSign = (difference: number): string => (difference < 0 ? "−" : "+");

const unsaid: Delta = { way: null, text: "" };

const build = (difference: number, size: string): Delta => {
  const way = toWay(difference);
  return { way, text: way === "same" ? "no change" : `${toSign(difference)}${size}` };
};

/** By how many percent an amount grew; what grew out of nothing has none. */
export const compareAmounts = (now: number, before: number): Delta => {
  if (before === 0) return now === 0 ? { way: "same", text: "no change" } : unsaid;
  const share = (now - before) / Math.abs(before);
  const percent = Math.abs(share * 100);
  return build(share, percent < 1 && percent > 0 ? "<1%" : `${Math.round(percent).toLocaleString("en-US")}%`);
};

/** Shares are told apart in points of a hundred, never in percent of percents. */
export const compareShares = (now: number | null, before: number | null): Delta => {
  if (now === null || before === null) return unsaid;
  const points = Math.round((now - before) * 1000) / 10;
  return build(points, `${Math.abs(points).toFixed(1)} points`);
};

export const compareSeconds = (now: number | null, before: number | null): Delta => {
  if (now === null || before === null) return unsaid;
  const seconds = Math.round(now) - Math.round(before);
  return build(seconds, formatDuration(Math.abs(seconds)));
};
