import { Plus } from "lucide-react";
import { Button, type ButtonProps } from "#ui/button.tsx";

/** What offers the filters that are not on yet. */
export const FilterButton = (props: ButtonProps) => (
  <Button variant="ghost" className="text-grey-11 max-md:first:-ml-3" {...props}>
    <Plus aria-hidden />
    Filter
  </Button>
);
