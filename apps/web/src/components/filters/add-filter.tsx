import { Plus } from "lucide-react";
import { lazy, Suspense, useRef, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";
import type { FilterField } from "./filter-field.ts";

const FilterList = lazy(async () => ({ default: (await import("./filter-list.tsx")).FilterList }));

type AddFilterProps = { fields: readonly FilterField[]; onAdd: (key: string) => void };

/** Offers the filters that are not on yet. */
export const AddFilter = ({ fields, onAdd }: AddFilterProps) => {
  const [isOpen, setIsOpen] = useState(false);
  // The chip opens once this has closed, or this would take the focus back from it.
  const picked = useRef<string | null>(null);
  const pick = (key: string): void => {
    picked.current = key;
    setIsOpen(false);
  };
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" className="text-grey-11 max-md:first:-ml-3">
          <Plus aria-hidden />
          Filter
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Add a filter"
        onCloseAutoFocus={(event) => {
          if (picked.current === null) return;
          event.preventDefault();
          onAdd(picked.current);
          picked.current = null;
        }}
      >
        <Suspense>
          <FilterList fields={fields} onPick={pick} />
        </Suspense>
      </PopoverContent>
    </Popover>
  );
};
