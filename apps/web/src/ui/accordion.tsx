import { ChevronDown } from "lucide-react";
import { Accordion as AccordionPrimitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Accordion = AccordionPrimitive.Root;

export const AccordionItem = ({ className, ...props }: ComponentProps<typeof AccordionPrimitive.Item>) => (
  <AccordionPrimitive.Item className={cn("border-b border-grey-6 last:border-b-0", className)} {...props} />
);

export const AccordionTrigger = ({
  className,
  children,
  ...props
}: ComponentProps<typeof AccordionPrimitive.Trigger>) => (
  <AccordionPrimitive.Header className="flex">
    <AccordionPrimitive.Trigger
      className={cn(
        "group flex min-h-10 min-w-0 flex-1 items-center gap-2 py-2 text-left outline-offset-[-2px]",
        className,
      )}
      {...props}
    >
      <ChevronDown
        aria-hidden
        className="size-4 shrink-0 text-grey-11 transition-transform duration-120 group-data-[state=closed]:-rotate-90"
      />
      {children}
    </AccordionPrimitive.Trigger>
  </AccordionPrimitive.Header>
);

/** What is closed stays in the page, so that its fields keep what was typed. */
export const AccordionContent = ({
  className,
  ...props
}: ComponentProps<typeof AccordionPrimitive.Content>) => (
  <AccordionPrimitive.Content
    forceMount
    className={cn("pt-1 pb-4 data-[state=closed]:hidden", className)}
    {...props}
  />
);
