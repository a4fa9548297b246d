import { lazy, Suspense, useState } from "react";
import { FilterButton } from "./filter-button.tsx";
import type { FilterChipsProps } from "./filter-chips.tsx";

const FilterChips = lazy(async () => ({ default: (await import("./filter-chips.tsx")).FilterChips }));

/** A button alone until a filter is wanted: what filters take is not part of the first load. */
export const OnDemandFilters = (props: Omit<FilterChipsProps, "isAdding">) => {
  const [isWanted, setIsWanted] = useState(false);
  const button = (
    <FilterButton className="justify-self-start" aria-haspopup="dialog" onClick={() => setIsWanted(true)} />
  );
  if (!isWanted && Object.keys(props.values).length === 0) return button;
  return (
    <Suspense fallback={button}>
      <FilterChips {...props} isAdding={isWanted} />
    </Suspense>
  );
};
