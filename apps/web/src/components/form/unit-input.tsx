import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { Input } from "#ui/input.tsx";

type UnitInputProps = ComponentProps<"input"> & { id: string; unit: string };

/** A figure and, small and grey, what it counts. */
export const UnitInput = ({
  unit,
  id,
  className,
  "aria-describedby": describedBy,
  ...props
}: UnitInputProps) => (
  <div className={cn("flex w-full max-w-60 items-center gap-2", className)}>
    <Input
      {...props}
      id={id}
      autoComplete="off"
      aria-describedby={describedBy === undefined ? `${id}-unit` : `${id}-unit ${describedBy}`}
      className="text-right tabular-nums"
    />
    <span id={`${id}-unit`} className="shrink-0 text-label text-grey-11">
      {unit}
    </span>
  </div>
);
