import type { PlanRow } from "#book.ts";
import type { CallTags } from "./call-tags.ts";
import type { FilterCondition, RowFilter } from "./filter.ts";
import { isTimeTag } from "./tag.ts";
import { isInList, type CompiledList } from "./value-list.ts";

/**
 * Which value lists a call's tags are in, by `toListKey`: an input of the decision, which keeps it, so that neither
 * replay nor explanation needs the lists. A list that was not there has no entry.
 */
export type Listed = Readonly<Record<string, boolean>>;

type ListCondition = FilterCondition & { listId: string };

/** One look-up in a value list. */
export type ListQuestion = { key: string; condition: ListCondition; timeZone: string };

/** The key of a condition's look-up: equal ones are made once. */
export const toListKey = (
  { tag, listId, matchCase }: Pick<FilterCondition, "tag" | "listId" | "matchCase">,
  timeZone: string,
): string =>
  [tag, listId, ...(matchCase === true ? ["case"] : []), ...(isTimeTag(tag) ? [timeZone] : [])].join(" ");

const listConditions = ({ all }: RowFilter): ListCondition[] =>
  all.flatMap(({ any }) =>
    any.flatMap((condition) =>
      condition.listId === undefined ? [] : [{ ...condition, listId: condition.listId }],
    ),
  );

/** The look-ups that the rows' filters ask for, each once. */
export const toListQuestions = (rows: readonly Pick<PlanRow, "filter">[]): readonly ListQuestion[] => {
  const questions = new Map<string, ListQuestion>();
  for (const { filter } of rows) {
    if (filter === undefined) continue;
    for (const condition of listConditions(filter)) {
      const key = toListKey(condition, filter.timeZone);
      questions.set(key, { key, condition, timeZone: filter.timeZone });
    }
  }
  return [...questions.values()];
};

/** Answers the look-ups for one call; constant time for each. */
export const findListed = (
  questions: readonly ListQuestion[],
  lists: ReadonlyMap<string, CompiledList>,
  tags: CallTags,
): Listed => {
  const listed: Record<string, boolean> = {};
  for (const { key, condition, timeZone } of questions) {
    const list = lists.get(condition.listId);
    const actual = tags.read(condition.tag, timeZone);
    if (list !== undefined && actual !== undefined) listed[key] = isInList(list, condition, actual);
  }
  return listed;
};
