import { lazy, Suspense, useRef, useState } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover.tsx";
import { FilterButton } from "./filter-button.tsx";
import type { FilterField } from "./filter-field.ts";

const FilterList = lazy(async () => ({ default: (await import("./filter-list.tsx")).FilterList }));

type AddFilterProps = {
  fields: readonly FilterField[];
  onAdd: (key: string) => void;
  isOpenAtFirst: boolean;
};

/** Offers the filters that are not on yet. */
export const AddFilter = ({ fields, onAdd, isOpenAtFirst }: AddFilterProps) => {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  // The chip opens once this has closed, or this would take the focus back from it.
  const picked = useRef<string | null>(null);
  const pick = (key: string): void => {
    picked.current = key;
    setIsOpen(false);
  };
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <FilterButton />
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
