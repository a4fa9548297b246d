import type { CallFilter, FilterCondition } from "./filter.ts";
import { tags, type TagName } from "./tag.ts";

/** What ids in a filter are called: value lists, campaigns and publishers. */
export type FilterNames = Readonly<Record<string, string>>;

/** Values in a sentence before it says "and n more". */
const NAMED_MAX = 5;

const join = (texts: readonly string[], word: "or" | "and"): string => {
  const last = texts.at(-1) ?? "";
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(", ")} ${word} ${last}`;
};

const toValuesText = (values: readonly string[], names: FilterNames): string => {
  const named = values.slice(0, NAMED_MAX).map((value) => names[value] ?? value);
  const rest = values.length - named.length;
  return join(rest > 0 ? [...named, `${rest} more`] : named, "or");
};

const orderWords = {
  number: { "greater-than": "more than", "less-than": "less than" },
  date: { "greater-than": "after", "less-than": "before" },
} as const;

/** An operator for itself and for its negation. */
const verbs = {
  contains: ["contains", "does not contain"],
  "begins-with": ["begins with", "does not begin with"],
  matches: ["matches", "does not match"],
} as const;

/** What is wanted of a tag, without whether it is so: "CA, OR or WA", "in the list "East"", "more than 8". */
const toObject = (condition: FilterCondition, names: FilterNames): string => {
  const { tag, operator, value = "", values = [value], listId = "" } = condition;
  if (operator === "in-list") return `in the list "${names[listId] ?? listId}"`;
  if (operator === "exists") return "known";
  if (operator === "greater-than" || operator === "less-than") {
    return `${orderWords[tags[tag].type === "date" ? "date" : "number"][operator]} ${value}`;
  }
  return toValuesText(values, names);
};

/** What is wanted of a tag, to follow its owner: "is CA, OR or WA", "does not contain "ton"". */
const toWantedText = (condition: FilterCondition, names: FilterNames): string => {
  const { operator, value = "", isNot = false, matchCase = false } = condition;
  const exactly = matchCase ? " (with case)" : "";
  if (operator === "contains" || operator === "begins-with" || operator === "matches") {
    return `${verbs[operator][isNot ? 1 : 0]} "${value}"${exactly}`;
  }
  return `${isNot ? "is not" : "is"} ${toObject(condition, names)}${exactly}`;
};

/** A condition as a sentence without its end: "the caller's state is CA, OR or WA". */
export const describeCondition = (condition: FilterCondition, names: FilterNames): string => {
  const { words } = tags[condition.tag];
  if (typeof words === "string") return `${words} ${toWantedText(condition, names)}`;
  return words[(condition.value?.toLowerCase() === "true") === (condition.isNot ?? false) ? "false" : "true"];
};

/** A filter on one line, to follow "only when": its blocks joined by "and". */
export const describeFilter = ({ all }: CallFilter, names: FilterNames): string =>
  all
    .map(({ any }) => any.map((condition) => describeCondition(condition, names)).join(", or "))
    .join("; and ");

/** What a call had instead: "the caller's state is NV". */
export const describeActual = (tag: TagName, actual: string | null, names: FilterNames): string => {
  const { words } = tags[tag];
  if (typeof words === "string") {
    return actual === null ? `${words} is not known` : `${words} is ${names[actual] ?? actual}`;
  }
  return words[actual === "true" ? "true" : "false"];
};

/** What a lone condition takes, where it can be said in a word or two. */
export const findTaken = (condition: FilterCondition, names: FilterNames): string | undefined => {
  const { tag, operator, value = "", values = [value], isNot, matchCase } = condition;
  const isPlain = (operator === "equals" || operator === "equals-any") && typeof tags[tag].words === "string";
  return isPlain && !isNot && !matchCase ? toValuesText(values, names) : undefined;
};
