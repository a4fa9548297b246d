import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "#lib/cn.ts";

const buttonClasses = cva(
  "inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-control px-3 text-body font-medium whitespace-nowrap transition-colors duration-120 disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent not-disabled:hover:bg-accent-strong",
        outline: "border border-grey-7 bg-surface text-grey-12 not-disabled:hover:bg-grey-3",
        ghost: "text-grey-12 not-disabled:hover:bg-grey-4",
        danger: "bg-danger text-on-danger not-disabled:hover:bg-danger-strong",
        link: "h-6 px-0 text-accent-text underline-offset-4 hover:underline",
      },
      size: { default: "", icon: "w-8 px-0", large: "h-10 px-4" },
    },
    defaultVariants: { variant: "outline", size: "default" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonClasses> & { asChild?: boolean };

export const Button = ({ className, variant, size, asChild = false, type, ...props }: ButtonProps) => {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;
  return <button type={type ?? "button"} className={classes} {...props} />;
};
