import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Input = ({ className, type = "text", ...props }: ComponentProps<"input">) => (
  <input
    type={type}
    className={cn(
      "h-8 w-full min-w-0 rounded-control border border-grey-8 bg-surface px-2.5 text-body text-grey-12 transition-colors duration-120 hover:border-grey-9 aria-invalid:border-bad",
      "disabled:cursor-not-allowed disabled:opacity-50 max-md:h-10 max-md:text-[16px]",
      className,
    )}
    {...props}
  />
);
