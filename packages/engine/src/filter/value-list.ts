import { tags, type TagType } from "./tag.ts";
import type { FilterCondition } from "./filter.ts";
import { toValueKey } from "./value-key.ts";

/** Values as somebody uploaded them, ready for look-ups that cost the same however many they are. */
export type CompiledList = { values: readonly string[]; keys: Map<string, ReadonlySet<string>> };

/** Sets are made when a condition first asks for them, one for each way of comparing. */
export const compileList = (values: readonly string[]): CompiledList => ({ values, keys: new Map() });

const toKeys = (list: CompiledList, type: TagType, matchCase: boolean): ReadonlySet<string> => {
  const way = `${type} ${matchCase}`;
  const known = list.keys.get(way);
  if (known !== undefined) return known;
  const made = new Set(list.values.map((text) => toValueKey(type, matchCase, text)));
  list.keys.set(way, made);
  return made;
};

type Asked = Pick<FilterCondition, "tag" | "matchCase">;

/** Makes a list ready for what a condition will ask, so that no call waits for it. */
export const prepareList = (list: CompiledList, { tag, matchCase = false }: Asked): void =>
  void toKeys(list, tags[tag].type, matchCase);

/** Whether a tag's value is in the list, compared as the tag's values are. */
export const isInList = (list: CompiledList, { tag, matchCase = false }: Asked, actual: string): boolean =>
  toKeys(list, tags[tag].type, matchCase).has(toValueKey(tags[tag].type, matchCase, actual));
