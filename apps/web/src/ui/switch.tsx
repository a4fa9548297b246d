import { Switch as SwitchPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Switch = ({ className, ...props }: ComponentProps<typeof SwitchPrimitive.Root>) => (
  <SwitchPrimitive.Root
    className={cn(
      "group relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-grey-9 bg-grey-4 transition-colors duration-120 after:absolute after:-inset-1 hover:border-grey-11 disabled:cursor-not-allowed disabled:opacity-50",
      "aria-invalid:border-bad data-[state=checked]:border-accent data-[state=checked]:bg-accent",
      className,
    )}
    {...props}
  >
    <SwitchPrimitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-grey-10 transition-transform duration-120 data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent" />
  </SwitchPrimitive.Root>
);
