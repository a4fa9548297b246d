import { cn } from "#lib/cn.ts";
import { formatPercent } from "#lib/format-percent.ts";

/** `share` is between 0 and 1. */
type PercentProps = { share: number; className?: string };

export const Percent = ({ share, className }: PercentProps) => (
  <span className={cn("tabular-nums", share === 0 && "text-grey-11", className)}>{formatPercent(share)}</span>
);
