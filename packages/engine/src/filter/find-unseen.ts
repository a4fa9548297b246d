import type { CallTags } from "./call-tags.ts";
import type { RowFilter } from "./filter.ts";
import { isTimeTag, tags as catalogue, type TagName } from "./tag.ts";
import { toValueKey } from "./value-key.ts";

/** Values of a condition that no call had; places count from 0. */
export type Unseen = { block: number; condition: number; values: string[] };

/** Wanted values that equal no value of their tag on any of these calls. What a clock shows comes by itself and is left out. */
export const findUnseen = ({ all, timeZone }: RowFilter, calls: readonly CallTags[]): Unseen[] => {
  const seen = new Map<string, Set<string>>();
  const toSeen = (tag: TagName, matchCase: boolean): Set<string> => {
    const way = `${tag} ${matchCase}`;
    const known = seen.get(way);
    if (known !== undefined) return known;
    const found = new Set<string>();
    for (const call of calls) {
      const actual = call.read(tag, timeZone);
      if (actual !== undefined) found.add(toValueKey(catalogue[tag].type, matchCase, actual));
    }
    seen.set(way, found);
    return found;
  };
  return all.flatMap(({ any }, block) =>
    any.flatMap(({ tag, operator, value = "", values = [value], matchCase = false }, condition) => {
      const isEquality = operator === "equals" || operator === "equals-any";
      if (!isEquality || isTimeTag(tag) || catalogue[tag].type === "boolean") return [];
      const found = toSeen(tag, matchCase);
      const unseen = values.filter((each) => !found.has(toValueKey(catalogue[tag].type, matchCase, each)));
      return unseen.length === 0 ? [] : [{ block, condition, values: unseen }];
    }),
  );
};
