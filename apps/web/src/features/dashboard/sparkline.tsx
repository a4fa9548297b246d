import { toLineParts } from "./line-parts.ts";

const width = 96;
const height = 28;

/** How a figure went by hour, without axes; what it shows in digits stands beside it. Gaps are hours without one. */
export const Sparkline = ({ points }: { points: readonly (number | null)[] }) => (
  <svg
    aria-hidden
    viewBox={`0 0 ${width} ${height}`}
    className="h-7 w-24 shrink-0 overflow-visible text-grey-9"
  >
    {toLineParts(points, { width, height }).map((part) =>
      part.length === 1 ? (
        <circle key={part[0]?.x} cx={part[0]?.x} cy={part[0]?.y} r={1.5} fill="currentColor" />
      ) : (
        <polyline
          key={part[0]?.x}
          points={part.map(({ x, y }) => `${x},${y}`).join(" ")}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      ),
    )}
  </svg>
);
