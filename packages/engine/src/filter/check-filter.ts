import { toDateText, toDayNumber } from "#schedule/civil-date.ts";
import type { CallFilter, FilterCondition } from "./filter.ts";
import { listOperators, wantedBy } from "./operator.ts";
import { tags, type TagName } from "./tag.ts";
import { toPartKey } from "./value-key.ts";

/** What is wrong, and where. */
export type FilterFault = { path: readonly (string | number)[]; message: string };

const uuidPattern = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && toDateText(toDayNumber(text)) === text;

/** Why a value cannot be one of the tag's; undefined when it can. */
const findValueFault = (tag: TagName, operator: string, text: string): string | undefined => {
  const { type, options } = tags[tag];
  if (options !== undefined && !options.some((each) => each.toLowerCase() === text.toLowerCase())) {
    return `Give one of ${options.join(", ")}.`;
  }
  if (type === "number" && !/^-?\d{1,15}(?:\.\d{1,6})?$/.test(text)) return "Give a number.";
  if (type === "date" && !isDate(text)) return 'Give a date as YYYY-MM-DD, such as "2026-11-23".';
  if (type === "id" && !uuidPattern.test(text)) return "Give an id.";
  const isPattern = operator === "matches";
  if (type === "phone" && toPartKey("phone", false, isPattern ? text : text.replaceAll(/[*?]/g, "")) === "") {
    return "Give digits of a phone number.";
  }
  return undefined;
};

const fieldWords = { value: "a value", values: "values", listId: "a value list" } as const;

function* checkFields({ operator, ...condition }: FilterCondition): Generator<FilterFault> {
  const wanted = wantedBy[operator];
  for (const field of ["value", "values", "listId"] as const) {
    const isGiven = condition[field] !== undefined;
    if (field === wanted && !isGiven) yield { path: [field], message: `Give ${fieldWords[field]}.` };
    if (field !== wanted && isGiven) {
      yield { path: [field], message: `The operator ${operator} takes no such field.` };
    }
  }
}

function* checkValues({ tag, operator, value, values }: FilterCondition): Generator<FilterFault> {
  const single = value === undefined ? undefined : findValueFault(tag, operator, value);
  if (single !== undefined) yield { path: ["value"], message: single };
  for (const [index, each] of (values ?? []).entries()) {
    const message = findValueFault(tag, operator, each);
    if (message !== undefined) yield { path: ["values", index], message };
  }
}

function* checkCondition(condition: FilterCondition): Generator<FilterFault> {
  const { tag, operator, matchCase } = condition;
  const { type, options } = tags[tag];
  if (!listOperators(tag).includes(operator)) {
    yield { path: ["operator"], message: `${tag} takes none of this operator, ${operator}.` };
    return;
  }
  if (matchCase === true && (type !== "text" || options !== undefined)) {
    yield { path: ["matchCase"], message: `Case makes no difference to ${tag}.` };
  }
  yield* checkFields(condition);
  yield* checkValues(condition);
}

/** The faults of a filter that its shape does not show: an operator or a value that is none of the tag's. */
export function* checkFilter({ all }: CallFilter): Generator<FilterFault> {
  for (const [place, { any }] of all.entries()) {
    for (const [index, condition] of any.entries()) {
      for (const { path, message } of checkCondition(condition)) {
        yield { path: ["all", place, "any", index, ...path], message };
      }
    }
  }
}
