import { Tooltip as TooltipPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const TooltipProvider = TooltipPrimitive.Provider;
export const Tooltip = TooltipPrimitive.Root;
export const TooltipTrigger = TooltipPrimitive.Trigger;

export const TooltipContent = ({
  className,
  sideOffset = 4,
  ...props
}: ComponentProps<typeof TooltipPrimitive.Content>) => (
  <TooltipPrimitive.Portal>
    <TooltipPrimitive.Content
      sideOffset={sideOffset}
      collisionPadding={8}
      className={cn(
        "z-50 max-w-72 rounded-control border border-grey-6 bg-surface px-2 py-1 text-label text-grey-12 shadow-float",
        className,
      )}
      {...props}
    />
  </TooltipPrimitive.Portal>
);
