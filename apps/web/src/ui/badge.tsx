import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

const badgeClasses = cva(
  "inline-flex h-5 max-w-full items-center gap-1 rounded-control px-1.5 text-label font-medium whitespace-nowrap [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        good: "bg-good-soft text-good",
        live: "bg-live-soft text-live",
        warn: "bg-warn-soft text-warn",
        bad: "bg-bad-soft text-bad",
        none: "bg-grey-4 text-grey-11",
      },
    },
    defaultVariants: { tone: "none" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeClasses>["tone"]>;

export const Badge = ({ className, tone, ...props }: ComponentProps<"span"> & { tone?: Tone }) => (
  <span className={cn(badgeClasses({ tone }), className)} {...props} />
);
