import { Plus } from "lucide-react";
import { cn } from "#lib/cn.ts";
import { Button, type ButtonProps } from "#ui/button.tsx";

/** What offers the filters that are not on yet. */
export const FilterButton = ({ className, ...props }: ButtonProps) => (
  <Button variant="ghost" className={cn("text-grey-11 max-md:first:-ml-3", className)} {...props}>
    <Plus aria-hidden />
    Filter
  </Button>
);
