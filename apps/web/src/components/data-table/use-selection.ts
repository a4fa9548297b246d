import { useRef, useState } from "react";

export type Selection = {
  selected: ReadonlySet<string>;
  /** Whether all rows are selected, or only some of them. */
  extent: boolean | "indeterminate";
  /** `isRange`: as well as all rows from the one that was touched last. */
  toggle: (key: string, isRange: boolean) => void;
  toggleAll: () => void;
  clear: () => void;
};

const toRange = (keys: readonly string[], from: string | null, to: string): readonly string[] => {
  const [start, end] = [keys.indexOf(from ?? to), keys.indexOf(to)].toSorted((one, other) => one - other);
  return start === undefined || start < 0 || end === undefined ? [to] : keys.slice(start, end + 1);
};

/** Which of the rows are selected; a row that left the list is so no longer. */
export const useSelection = (keys: readonly string[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const lastTouched = useRef<string | null>(null);
  const selected = new Set(keys.filter((key) => chosen.has(key)));
  const isAll = keys.length > 0 && selected.size === keys.length;
  return {
    selected,
    extent: isAll || (selected.size > 0 && "indeterminate"),
    toggle: (key, isRange) => {
      const next = new Set(selected);
      const isOn = !next.has(key);
      for (const each of isRange ? toRange(keys, lastTouched.current, key) : [key]) {
        if (isOn) next.add(each);
        else next.delete(each);
      }
      lastTouched.current = key;
      setChosen(next);
    },
    toggleAll: () => setChosen(isAll ? new Set() : new Set(keys)),
    clear: () => setChosen(new Set()),
  };
};
