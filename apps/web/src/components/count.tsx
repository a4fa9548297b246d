import { cn } from "#lib/cn.ts";

type CountProps = { value: number; className?: string };

export const Count = ({ value, className }: CountProps) => (
  <span className={cn("tabular-nums", value === 0 && "text-grey-11", className)}>
    {value.toLocaleString("en-US")}
  </span>
);
