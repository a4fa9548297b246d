import type { ListLook } from "./list-spec.ts";

const move = (ids: readonly string[], id: string, by: 1 | -1): readonly string[] => {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
};

/** Moves a column by one place among those it stands with: pinned ones stay at the left. */
export const moveColumn = (
  { columns, pinned }: ListLook,
  id: string,
  by: 1 | -1,
): Pick<ListLook, "columns" | "pinned"> => {
  if (pinned.includes(id)) return { columns, pinned: move(pinned, id, by) };
  const free = columns.filter((each) => !pinned.includes(each));
  return { columns: [...pinned, ...move(free, id, by)], pinned };
};

export const togglePin = ({ pinned }: ListLook, id: string): Pick<ListLook, "pinned"> => ({
  pinned: pinned.includes(id) ? pinned.filter((each) => each !== id) : [...pinned, id],
});
