import type { CallTags } from "./call-tags.ts";
import type { FilterCondition, RowFilter } from "./filter.ts";
import { toListKey, type Listed } from "./listed.ts";
import { compilePattern } from "./matches-pattern.ts";
import { tags as catalogue, type TagType } from "./tag.ts";
import { toPartKey, toValueKey } from "./value-key.ts";

type Test = (actual: string, listed: Listed) => boolean;

/** `listKey` is undefined where no list is asked. */
type CompiledCondition = { condition: FilterCondition; listKey: string | undefined; test: Test };

type CompiledFilter = readonly (readonly CompiledCondition[])[];

const compileParts = ({ operator, value = "" }: FilterCondition, type: TagType, matchCase: boolean): Test => {
  const wanted = toPartKey(type, matchCase, value);
  const toKey = (actual: string) => toPartKey(type, matchCase, actual);
  if (operator === "contains") return (actual) => toKey(actual).includes(wanted);
  if (operator === "begins-with") return (actual) => toKey(actual).startsWith(wanted);
  const matches = compilePattern(wanted);
  return (actual) => matches(toKey(actual));
};

/** Numbers by size; dates as texts, whose order is that of time. */
const compileOrder = ({ operator, value = "" }: FilterCondition, type: TagType): Test => {
  const compare = (actual: string): number => {
    if (type === "number") return Number(actual) - Number(value);
    return actual < value ? -1 : Number(actual > value);
  };
  return operator === "greater-than" ? (actual) => compare(actual) > 0 : (actual) => compare(actual) < 0;
};

const compileValues = (
  { value = "", values = [value] }: FilterCondition,
  type: TagType,
  matchCase: boolean,
): Test => {
  const keys = new Set(values.map((text) => toValueKey(type, matchCase, text)));
  return (actual) => keys.has(toValueKey(type, matchCase, actual));
};

const compileTest = (condition: FilterCondition, listKey: string | undefined): Test => {
  const { type } = catalogue[condition.tag];
  const matchCase = condition.matchCase ?? false;
  switch (condition.operator) {
    case "equals":
    case "equals-any":
      return compileValues(condition, type, matchCase);
    case "in-list":
      return (_actual, listed) => listKey !== undefined && listed[listKey] === true;
    case "contains":
    case "begins-with":
    case "matches":
      return compileParts(condition, type, matchCase);
    case "greater-than":
    case "less-than":
      return compileOrder(condition, type);
    case "exists":
      return () => true;
  }
};

// A filter of a book does not change: the next revision has another object.
const compiled = new WeakMap<RowFilter, CompiledFilter>();

const compileFilter = (filter: RowFilter): CompiledFilter => {
  const known = compiled.get(filter);
  if (known !== undefined) return known;
  const made = filter.all.map(({ any }) =>
    any.map((condition) => {
      const isList = condition.operator === "in-list";
      const listKey = isList ? toListKey(condition, filter.timeZone) : undefined;
      return { condition, listKey, test: compileTest(condition, listKey) };
    }),
  );
  compiled.set(filter, made);
  return made;
};

/** What filters are held against. */
export type FilterInput = { tags: CallTags; listed: Listed };

/** A tag that is not known, and a list that was not there, match nothing; only "does not exist" asks for the former. */
const holds = (
  { condition, listKey, test }: CompiledCondition,
  timeZone: string,
  { tags, listed }: FilterInput,
): boolean => {
  const isNot = condition.isNot ?? false;
  const actual = tags.read(condition.tag, timeZone);
  if (actual === undefined) return condition.operator === "exists" && isNot;
  if (listKey !== undefined && listed[listKey] === undefined) return false;
  return test(actual, listed) !== isNot;
};

/**
 * The index of the first block of which no condition holds for the call; -1 when the call matches.
 * Law: the time does not depend on how many values a condition or a list has. Linear in the conditions.
 */
export const findFailingBlock = (filter: RowFilter, input: FilterInput): number =>
  compileFilter(filter).findIndex((block) => !block.some((each) => holds(each, filter.timeZone, input)));
