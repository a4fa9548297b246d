import { compileList, type CompiledList, listFiltered, prepareList, toListQuestions } from "@ccp/engine";
import type { BookList, SnapshotEntry } from "./snapshot.ts";

// A list does not change: its next content is another object.
const compiled = new WeakMap<BookList, CompiledList>();

const toCompiled = (list: BookList): CompiledList => {
  const known = compiled.get(list) ?? compileList(list.values);
  compiled.set(list, known);
  return known;
};

const byEntry = new WeakMap<SnapshotEntry, ReadonlyMap<string, CompiledList>>();

/** The account's value lists by id, ready for look-ups; each is compiled once. */
export const listsOf = (entry: SnapshotEntry): ReadonlyMap<string, CompiledList> => {
  const known = byEntry.get(entry);
  if (known !== undefined) return known;
  const lists = new Map((entry.lists ?? []).map((list) => [list.id, toCompiled(list)]));
  byEntry.set(entry, lists);
  return lists;
};

/** Makes the lists ready for what the book's filters ask, so that no call waits for it. */
export const prepareLists = (entry: SnapshotEntry): void => {
  if (entry.lists === undefined) return;
  const lists = listsOf(entry);
  for (const { condition } of toListQuestions(Object.values(entry.book.campaigns).flatMap(listFiltered))) {
    const list = lists.get(condition.listId);
    if (list !== undefined) prepareList(list, condition);
  }
};
