import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { Link } from "wouter";
import type { Delta } from "./compare.ts";
import { Sparkline } from "./sparkline.tsx";
import type { Tile } from "./tiles.ts";

const arrows = { up: ArrowUp, down: ArrowDown, same: ArrowRight };

const Change = ({ delta: { way, text } }: { delta: Delta }) => {
  if (way === null) return null;
  const Arrow = arrows[way];
  return (
    <span className="inline-flex items-center gap-0.5 font-medium text-grey-12 tabular-nums">
      <Arrow aria-hidden className="size-3" />
      {text}
    </span>
  );
};

/** One figure of today, how it stands to yesterday's, and the way to the calls behind it. */
export const FigureTile = ({ tile: { label, value, before, delta, href, points } }: { tile: Tile }) => (
  <Link
    href={href}
    className="grid min-w-0 content-between gap-1 rounded-card border border-grey-6 bg-surface p-4 transition-colors duration-120 hover:border-grey-8 max-md:p-3"
  >
    <span className="text-label text-grey-11">{label}</span>
    <span className="flex flex-wrap items-end justify-between gap-x-2">
      <span className="text-figure font-semibold tabular-nums max-md:text-title">{value}</span>
      <span className="mb-1 max-md:hidden">
        <Sparkline points={points} />
      </span>
    </span>
    <span className="flex min-h-4 flex-wrap items-center gap-x-1.5 text-label text-grey-11">
      <Change delta={delta} />
      <span className="tabular-nums">{before === null ? "nothing" : before} yesterday</span>
    </span>
  </Link>
);
