type Sortable = { sort?: string; isNumeric: boolean };

const turn = (sort: string): string => (sort.startsWith("-") ? sort.slice(1) : `-${sort}`);

/** How the list is sorted by this column now; undefined where it is sorted by another. */
export const findSortDirection = (
  { sort }: Sortable,
  current: string,
): "ascending" | "descending" | undefined => {
  if (sort === undefined || (current !== sort && current !== turn(sort))) return undefined;
  return current.startsWith("-") ? "descending" : "ascending";
};

/** The sort that a press on the column's head asks for; null where the list has none. Figures begin with the greatest. */
export const toNextSort = ({ sort, isNumeric }: Sortable, current: string): string | null => {
  if (sort === undefined) return null;
  if (current === sort || current === turn(sort)) return turn(current);
  return isNumeric && !sort.startsWith("-") ? turn(sort) : sort;
};
