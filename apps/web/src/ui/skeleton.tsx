import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Skeleton = ({ className, ...props }: ComponentProps<"span">) => (
  <span
    aria-hidden
    className={cn("block h-3 animate-pulse-soft rounded-control bg-grey-5", className)}
    {...props}
  />
);
