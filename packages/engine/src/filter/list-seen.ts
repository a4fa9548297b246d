import type { CallTags } from "./call-tags.ts";
import type { FilterCondition, RowFilter } from "./filter.ts";
import { isTimeTag, tags as catalogue, type TagName } from "./tag.ts";
import { toValueKey } from "./value-key.ts";

/** What some calls had of a condition's tag; places count from 0. */
export type Seen = {
  block: number;
  condition: number;
  /** Values that they had, the most frequent first, at most ten. */
  seen: string[];
  /** Values that the condition wants and none of them had. */
  unseen: string[];
};

const SEEN_MAX = 10;

const countValues = (tag: TagName, timeZone: string, calls: readonly CallTags[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const call of calls) {
    const actual = call.read(tag, timeZone);
    if (actual !== undefined) counts.set(actual, (counts.get(actual) ?? 0) + 1);
  }
  return counts;
};

/** What a clock shows comes by itself, so of that nothing is unseen. */
const listUnseen = (
  { tag, operator, value = "", values = [value], matchCase = false }: FilterCondition,
  seen: Iterable<string>,
): string[] => {
  const { type } = catalogue[tag];
  const isEquality = operator === "equals" || operator === "equals-any";
  if (!isEquality || isTimeTag(tag) || type === "boolean") return [];
  const keys = new Set(Array.from(seen, (actual) => toValueKey(type, matchCase, actual)));
  return values.filter((wanted) => !keys.has(toValueKey(type, matchCase, wanted)));
};

/** For each condition of a filter, what these calls had of its tag and what they did not. */
export const listSeen = ({ all, timeZone }: RowFilter, calls: readonly CallTags[]): Seen[] =>
  all.flatMap(({ any }, block) =>
    any.map((each, condition) => {
      const counts = countValues(each.tag, timeZone, calls);
      const seen = [...counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
      return {
        block,
        condition,
        seen: seen.slice(0, SEEN_MAX).map(([text]) => text),
        unseen: listUnseen(each, counts.keys()),
      };
    }),
  );
