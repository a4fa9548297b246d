import { Check } from "lucide-react";
import { DropdownMenu as MenuPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const DropdownMenu = MenuPrimitive.Root;
export const DropdownMenuTrigger = MenuPrimitive.Trigger;
export const DropdownMenuRadioGroup = MenuPrimitive.RadioGroup;

const itemClasses =
  "relative flex h-8 cursor-default items-center gap-2 rounded-control px-2 text-body outline-none select-none data-disabled:opacity-50 data-highlighted:bg-grey-4 [&_svg]:size-4 [&_svg]:shrink-0 max-md:h-10";

export const DropdownMenuContent = ({
  className,
  sideOffset = 4,
  ...props
}: ComponentProps<typeof MenuPrimitive.Content>) => (
  <MenuPrimitive.Portal>
    <MenuPrimitive.Content
      sideOffset={sideOffset}
      collisionPadding={8}
      className={cn("z-50 min-w-44 rounded-card border border-grey-6 bg-surface p-1 shadow-float", className)}
      {...props}
    />
  </MenuPrimitive.Portal>
);

export const DropdownMenuItem = ({ className, ...props }: ComponentProps<typeof MenuPrimitive.Item>) => (
  <MenuPrimitive.Item className={cn(itemClasses, className)} {...props} />
);

export const DropdownMenuRadioItem = ({
  className,
  children,
  ...props
}: ComponentProps<typeof MenuPrimitive.RadioItem>) => (
  <MenuPrimitive.RadioItem className={cn(itemClasses, "pr-8", className)} {...props}>
    {children}
    <MenuPrimitive.ItemIndicator className="absolute right-2">
      <Check />
    </MenuPrimitive.ItemIndicator>
  </MenuPrimitive.RadioItem>
);

export const DropdownMenuLabel = ({ className, ...props }: ComponentProps<typeof MenuPrimitive.Label>) => (
  <MenuPrimitive.Label className={cn("px-2 py-1.5 text-label text-grey-11", className)} {...props} />
);

export const DropdownMenuSeparator = ({
  className,
  ...props
}: ComponentProps<typeof MenuPrimitive.Separator>) => (
  <MenuPrimitive.Separator className={cn("-mx-1 my-1 h-px bg-grey-6", className)} {...props} />
);
