import { tags, type TagName, type TagType } from "./tag.ts";

/** How a tag's value is held against what is wanted; each has its negation, `isNot`. */
export const filterOperators = [
  "equals",
  "equals-any",
  "in-list",
  "contains",
  "begins-with",
  "matches",
  "greater-than",
  "less-than",
  "exists",
] as const;

export type FilterOperator = (typeof filterOperators)[number];

const letterByLetter = [
  "equals",
  "equals-any",
  "in-list",
  "contains",
  "begins-with",
  "matches",
  "exists",
] as const;

const bySize = ["equals", "equals-any", "in-list", "greater-than", "less-than", "exists"] as const;

const ofType: Record<TagType, readonly FilterOperator[]> = {
  text: letterByLetter,
  phone: letterByLetter,
  number: bySize,
  boolean: ["equals"],
  date: bySize,
  id: ["equals", "equals-any", "exists"],
};

const ofOptions: readonly FilterOperator[] = ["equals", "equals-any", "exists"];

/** The operators that a tag offers: those of its type that could decide anything. */
export const listOperators = (tag: TagName): readonly FilterOperator[] => {
  const { type, options, isAlwaysKnown } = tags[tag];
  return ofType[type].filter(
    (operator) =>
      (options === undefined || ofOptions.includes(operator)) && !(isAlwaysKnown && operator === "exists"),
  );
};

/** What an operator is told: one value, several, a value list, or nothing. */
export const wantedBy = {
  equals: "value",
  "equals-any": "values",
  "in-list": "listId",
  contains: "value",
  "begins-with": "value",
  matches: "value",
  "greater-than": "value",
  "less-than": "value",
  exists: null,
} as const satisfies Record<FilterOperator, "value" | "values" | "listId" | null>;
