import type { CallTags } from "#filter/call-tags.ts";
import type { CallFilter, FilterCondition, RowFilter } from "#filter/filter.ts";
import { toListKey, type Listed } from "#filter/listed.ts";

/** A value list that some of the invented filters ask for. */
export const LIST_ID = "0b6a4f6e-53a1-4c63-8f0e-6e2b6b0f4d11";

/** A filter for tests, in UTC: its blocks, each with its conditions. */
export const aFilter = (...blocks: FilterCondition[][]): RowFilter => ({
  all: blocks.map((any) => ({ any })),
  timeZone: "UTC",
  names: { [LIST_ID]: "Known callers" },
});

/** Filters that take some of a stage's calls, and one that takes none of them. */
export const someFilters: readonly [RowFilter, ...RowFilter[]] = [
  aFilter([{ tag: "InboundNumber:IsAnonymous", operator: "equals", value: "false" }]),
  aFilter([{ tag: "InboundNumber:AreaCode", operator: "equals-any", values: ["202", "303"] }]),
  aFilter(
    [{ tag: "InboundNumber:Number", operator: "in-list", listId: LIST_ID }],
    [{ tag: "Time:Hour", operator: "less-than", value: "1" }],
  ),
  aFilter([
    { tag: "InboundNumber:Number", operator: "in-list", listId: LIST_ID, isNot: true },
    { tag: "InboundNumber:Number", operator: "exists", isNot: true },
  ]),
  aFilter([{ tag: "InboundNumber:State", operator: "equals", value: "CA" }]),
];

const toDigits = (text: string): string => {
  const digits = Array.from(text)
    .filter((letter) => letter >= "0" && letter <= "9")
    .join("");
  return digits.length === 10 && !text.startsWith("+") ? `1${digits}` : digits;
};

const escape = (text: string): string => text.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);

const isPhone = (tag: string): boolean => tag.endsWith(":Number");

const isNumber = (tag: string): boolean => /:(?:AreaCode|Prefix|Hour)$/.test(tag);

const isSame = ({ tag, matchCase }: FilterCondition, wanted: string, actual: string): boolean => {
  if (isPhone(tag)) return toDigits(wanted) === toDigits(actual);
  if (isNumber(tag)) return Number(wanted) === Number(actual);
  return matchCase === true ? wanted === actual : wanted.toLowerCase() === actual.toLowerCase();
};

const toFolded = ({ tag, matchCase }: FilterCondition, raw: string): string => {
  if (isPhone(tag)) return raw.replaceAll(/[+\s()-]/g, "");
  return matchCase === true ? raw : raw.toLowerCase();
};

const isMore = ({ tag }: FilterCondition, one: string, other: string): boolean =>
  isNumber(tag) ? Number(one) > Number(other) : one > other;

const fits = (condition: FilterCondition, actual: string): boolean => {
  const { operator, value = "", values = [value] } = condition;
  const fold = (raw: string): string => toFolded(condition, raw);
  const [text, wanted] = [fold(actual), fold(value)];
  switch (operator) {
    case "equals":
    case "equals-any":
      return values.some((each) => isSame(condition, each, actual));
    case "contains":
      return text.split(wanted).length > 1;
    case "begins-with":
      return text.slice(0, wanted.length) === wanted;
    case "matches":
      return new RegExp(`^${escape(wanted).replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`).test(text);
    case "greater-than":
      return isMore(condition, actual, value);
    case "less-than":
      return isMore(condition, value, actual);
    case "exists":
    case "in-list":
      return true;
  }
};

/** Whether a call matches a filter, worked out the slow and plain way. */
export const matchesPlainly = (
  { all, timeZone }: CallFilter & Pick<RowFilter, "timeZone">,
  tags: CallTags,
  listed: Listed,
): boolean =>
  all.every(({ any }) =>
    any.some((condition) => {
      const { tag, operator, isNot = false } = condition;
      const actual = tags.read(tag, timeZone);
      if (operator === "exists") return (actual !== undefined) !== isNot;
      if (actual === undefined) return false;
      if (operator === "in-list") return listed[toListKey(condition, timeZone)] === !isNot;
      return fits(condition, actual) !== isNot;
    }),
  );
