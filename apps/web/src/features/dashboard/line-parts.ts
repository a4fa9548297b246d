export type Point = { x: number; y: number };

type Size = { width: number; height: number };

const round = (value: number): number => Math.round(value * 10) / 10;

/** Points of a line from left to right, the largest at the top; a gap begins a new part. */
export const toLineParts = (points: readonly (number | null)[], { width, height }: Size): Point[][] => {
  const known = points.filter((point) => point !== null);
  const max = Math.max(0, ...known);
  const min = Math.min(0, ...known);
  const span = max - min === 0 ? 1 : max - min;
  const step = points.length > 1 ? width / (points.length - 1) : 0;
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (const [place, point] of points.entries()) {
    if (point === null) {
      part = [];
      continue;
    }
    if (part.length === 0) parts.push(part);
    part.push({ x: round(place * step), y: round(height - ((point - min) / span) * height) });
  }
  return parts;
};
