import { tags, type FilterOperator, type TagName } from "@ccp/engine";

/** What a tag is called where one is chosen: "Caller's state". */
export const toTagLabel = (tag: TagName): string => {
  const { words } = tags[tag];
  if (typeof words !== "string") return "Whether the number is withheld";
  const bare = words.replace(/^the /, "");
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}`;
};

const operatorWords: Record<FilterOperator, [string, string]> = {
  equals: ["is", "is not"],
  "equals-any": ["is any of", "is none of"],
  "in-list": ["is in the list", "is not in the list"],
  contains: ["contains", "does not contain"],
  "begins-with": ["begins with", "does not begin with"],
  matches: ["matches the pattern", "does not match the pattern"],
  "greater-than": ["is more than", "is not more than"],
  "less-than": ["is less than", "is not less than"],
  exists: ["is known", "is not known"],
};

const dateWords: Partial<Record<FilterOperator, [string, string]>> = {
  "greater-than": ["is after", "is not after"],
  "less-than": ["is before", "is not before"],
};

export const toOperatorLabel = (tag: TagName, operator: FilterOperator, isNot: boolean): string => {
  const words = (tags[tag].type === "date" ? dateWords[operator] : undefined) ?? operatorWords[operator];
  return words[isNot ? 1 : 0];
};

/** What a value of a tag is called where one is chosen. */
export const toOptionLabel = (tag: TagName, option: string): string => {
  if (tags[tag].type !== "boolean") return option;
  return option === "true" ? "withheld" : "shown";
};
