import type { FilterCondition, RowFilter } from "./filter.ts";
import { describeActual, describeCondition, findTaken } from "./describe-filter.ts";
import { findFailingBlock, type FilterInput } from "./judge-filter.ts";

/** Why a call did not match a filter: the first block that failed, and what the call had instead. */
export type FilterFailure = {
  /** Counted from 1. */
  block: number;
  conditions: readonly (FilterCondition & { actual: string | null })[];
  /** A sentence without its end: "the caller's state is NV, and it takes only CA, OR or WA". */
  words: string;
};

const toWords = (conditions: FilterFailure["conditions"], { names }: RowFilter): string => {
  const actual = [...new Set(conditions.map((each) => describeActual(each.tag, each.actual, names)))];
  const [only] = conditions;
  const taken = conditions.length === 1 && only !== undefined ? findTaken(only, names) : undefined;
  const wanted =
    taken ??
    `calls where ${conditions.map((condition) => describeCondition(condition, names)).join(", or ")}`;
  return `${actual.join(" and ")}, and it takes only ${wanted}`;
};

/** Null when the call matches. Made when read, never on the way of a call. */
export const explainFilter = (filter: RowFilter, input: FilterInput): FilterFailure | null => {
  const index = findFailingBlock(filter, input);
  const block = filter.all[index];
  if (block === undefined) return null;
  const conditions = block.any.map((condition) => ({
    ...condition,
    actual: input.tags.read(condition.tag, filter.timeZone) ?? null,
  }));
  return { block: index + 1, conditions, words: toWords(conditions, filter) };
};
