import { Command as CommandPrimitive } from "cmdk";
import { Search } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Command = ({ className, ...props }: ComponentProps<typeof CommandPrimitive>) => (
  <CommandPrimitive className={cn("flex min-h-0 flex-col", className)} {...props} />
);

export const CommandInput = ({ className, ...props }: ComponentProps<typeof CommandPrimitive.Input>) => (
  <div className="flex h-12 shrink-0 items-center gap-2 border-b border-grey-6 px-4">
    <Search aria-hidden className="size-4 shrink-0 text-grey-11" />
    <CommandPrimitive.Input
      className={cn("h-full w-full min-w-0 bg-transparent outline-none max-md:text-[16px]", className)}
      {...props}
    />
  </div>
);

export const CommandList = ({ className, ...props }: ComponentProps<typeof CommandPrimitive.List>) => (
  <CommandPrimitive.List
    className={cn("min-h-0 flex-1 scroll-py-2 overflow-y-auto p-2 outline-none", className)}
    {...props}
  />
);

export const CommandEmpty = ({ className, ...props }: ComponentProps<typeof CommandPrimitive.Empty>) => (
  <CommandPrimitive.Empty className={cn("px-2 py-6 text-center text-grey-11", className)} {...props} />
);

export const CommandGroup = ({ className, ...props }: ComponentProps<typeof CommandPrimitive.Group>) => (
  <CommandPrimitive.Group
    className={cn(
      "pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-label [&_[cmdk-group-heading]]:text-grey-11",
      className,
    )}
    {...props}
  />
);

export const CommandItem = ({ className, ...props }: ComponentProps<typeof CommandPrimitive.Item>) => (
  <CommandPrimitive.Item
    className={cn(
      "flex min-h-9 cursor-default items-center gap-2 rounded-control px-2 py-1 outline-none select-none data-[disabled=true]:opacity-50 data-[selected=true]:bg-grey-4 [&_svg]:size-4 [&_svg]:shrink-0 max-md:min-h-10",
      className,
    )}
    {...props}
  />
);
