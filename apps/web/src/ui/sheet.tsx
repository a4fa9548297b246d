import { X } from "lucide-react";
import { Dialog as SheetPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";
import { Button } from "./button.tsx";

export const Sheet = SheetPrimitive.Root;
export const SheetTrigger = SheetPrimitive.Trigger;

const sides = {
  left: "inset-y-0 left-0 w-72 border-r data-[state=closed]:animate-slide-out-left data-[state=open]:animate-slide-in-left",
  right:
    "inset-y-0 right-0 w-120 border-l data-[state=closed]:animate-slide-out-right data-[state=open]:animate-slide-in-right",
};

type SheetContentProps = ComponentProps<typeof SheetPrimitive.Content> & { side?: keyof typeof sides };

export const SheetContent = ({ className, side = "right", children, ...props }: SheetContentProps) => (
  <SheetPrimitive.Portal>
    <SheetPrimitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
    <SheetPrimitive.Content
      className={cn(
        "fixed z-40 flex max-w-full flex-col border-grey-6 bg-surface shadow-float outline-none",
        sides[side],
        className,
      )}
      {...props}
    >
      {children}
      <SheetPrimitive.Close asChild>
        <Button variant="ghost" size="icon" className="absolute top-2 right-2" aria-label="Close">
          <X />
        </Button>
      </SheetPrimitive.Close>
    </SheetPrimitive.Content>
  </SheetPrimitive.Portal>
);

export const SheetHeader = ({ className, ...props }: ComponentProps<"div">) => (
  <div className={cn("shrink-0 border-b border-grey-6 px-4 py-3 pr-12", className)} {...props} />
);

export const SheetBody = ({ className, ...props }: ComponentProps<"div">) => (
  <div className={cn("min-h-0 flex-1 overflow-y-auto p-4", className)} {...props} />
);

export const SheetFooter = ({ className, ...props }: ComponentProps<"div">) => (
  <div
    className={cn("flex shrink-0 flex-wrap justify-end gap-2 border-t border-grey-6 px-4 py-3", className)}
    {...props}
  />
);

export const SheetTitle = ({ className, ...props }: ComponentProps<typeof SheetPrimitive.Title>) => (
  <SheetPrimitive.Title className={cn("text-section font-semibold", className)} {...props} />
);

export const SheetDescription = ({
  className,
  ...props
}: ComponentProps<typeof SheetPrimitive.Description>) => (
  <SheetPrimitive.Description className={cn("text-grey-11", className)} {...props} />
);
