import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Textarea = ({ className, ...props }: ComponentProps<"textarea">) => (
  <textarea
    className={cn(
      "field-sizing-content min-h-16 w-full min-w-0 rounded-control border border-grey-8 bg-surface px-2.5 py-1.5 text-body text-grey-12 transition-colors duration-120 hover:border-grey-9 aria-invalid:border-bad",
      "disabled:cursor-not-allowed disabled:opacity-50 max-md:text-[16px]",
      className,
    )}
    {...props}
  />
);
