import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

export const Card = ({ className, ...props }: ComponentProps<"section">) => (
  <section className={cn("rounded-card border border-grey-6 bg-surface p-4", className)} {...props} />
);

export const CardTitle = ({ className, children, ...props }: ComponentProps<"h2">) => (
  <h2 className={cn("mb-3 text-section font-semibold", className)} {...props}>
    {children}
  </h2>
);
