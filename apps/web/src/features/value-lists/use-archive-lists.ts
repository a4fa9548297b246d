import type { ValueList } from "@ccp/contract";
import { client } from "#api/client.ts";
import { useUndoable, type Undoable } from "#components/noun/use-undoable.ts";

const toText = (lists: readonly ValueList[]): string =>
  lists.length === 1 ? (lists[0]?.name ?? "") : `${lists.length} lists`;

const bringBack = (lists: readonly ValueList[]) =>
  Promise.all(lists.map(({ id }) => client.updateValueList({ params: { id }, body: { status: "active" } })));

const toArchiving = (lists: readonly ValueList[]): Undoable => ({
  act: () => client.archiveValueLists({ body: { ids: lists.map(({ id }) => id) } }),
  done: `Archived ${toText(lists)}`,
  undo: () => bringBack(lists),
  undone: `${toText(lists)} ${lists.length === 1 ? "is" : "are"} back`,
});

const toRestoring = (list: ValueList): Undoable => ({
  act: () => bringBack([list]),
  done: `${list.name} is back`,
  undo: () => client.archiveValueLists({ body: { ids: [list.id] } }),
  undone: `Archived ${list.name}`,
});

/** Takes lists out of use and brings them back, each with a way to undo it. */
export const useArchiveLists = () => {
  const { mutate, isPending } = useUndoable();
  return {
    isPending,
    archive: (lists: readonly ValueList[], onDone: () => void): void =>
      mutate(toArchiving(lists), { onSuccess: onDone }),
    restore: (list: ValueList, onDone: () => void): void => mutate(toRestoring(list), { onSuccess: onDone }),
  };
};
