import {
  callFilter,
  isTimeTag,
  listOperators,
  tags,
  wantedBy,
  type CallFilter,
  type FilterCondition,
  type FilterOperator,
  type TagName,
} from "@ccp/engine";
import { z } from "zod";

/** A condition as it is being made: what other operators would take is kept until it is saved. */
export type TypedCondition = {
  tag: TagName;
  operator: FilterOperator;
  isNot: boolean;
  matchCase: boolean;
  value: string;
  values: string[];
  /** Empty while none is chosen. */
  listId: string;
};

/** A filter as it is being made; without a block there is none. */
export type TypedFilter = { all: { any: TypedCondition[] }[] };

export const newCondition: TypedCondition = {
  tag: "InboundNumber:State",
  operator: "equals-any",
  isNot: false,
  matchCase: false,
  value: "",
  values: [],
  listId: "",
};

/** Whether case can make a difference to a condition. */
export const takesCase = ({ tag, operator }: Pick<TypedCondition, "tag" | "operator">): boolean =>
  tags[tag].type === "text" && tags[tag].options === undefined && operator !== "exists";

/** Whether a trial tells which of its values no call had. */
export const hasSeen = ({ tag, operator }: Pick<TypedCondition, "tag" | "operator">): boolean =>
  (operator === "equals" || operator === "equals-any") &&
  !isTimeTag(tag) &&
  tags[tag].type !== "boolean" &&
  tags[tag].type !== "id";

/** The condition for another tag: what does not fit it is put right. */
export const withTag = (condition: TypedCondition, tag: TagName): TypedCondition => {
  const offered = listOperators(tag);
  const operator = offered.includes(condition.operator) ? condition.operator : (offered[0] ?? "equals");
  const isSameKind = tags[tag].type === tags[condition.tag].type && tags[tag].type === "phone";
  const kept = isSameKind ? condition : { ...condition, value: "", values: [] };
  return { ...kept, tag, operator, matchCase: false };
};

const toCondition = (typed: TypedCondition): FilterCondition => {
  const { tag, operator, isNot, matchCase, value, values, listId } = typed;
  const wanted = wantedBy[operator];
  return {
    tag,
    operator,
    ...(isNot && { isNot }),
    ...(matchCase && takesCase(typed) && { matchCase }),
    ...(wanted === "value" && { value }),
    ...(wanted === "values" && { values }),
    ...(wanted === "listId" && { listId }),
  };
};

const toDocument = ({ all }: TypedFilter): CallFilter => ({
  all: all.map(({ any: conditions }) => ({ any: conditions.map(toCondition) })),
});

/** The filter that is typed, where it is whole. */
export const readFilter = (typed: TypedFilter): CallFilter | null =>
  typed.all.length === 0 ? null : (callFilter.safeParse(toDocument(typed)).data ?? null);

const isTyped = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "all" in value && Array.isArray(value.all);

export const typedFilter = z.custom<TypedFilter>(isTyped).transform((typed, check): CallFilter | null => {
  if (typed.all.length === 0) return null;
  const read = callFilter.safeParse(toDocument(typed));
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    const isEmptyList = path.at(-1) === "listId";
    check.addIssue({ code: "custom", path, message: isEmptyList ? "Choose a value list." : message });
  }
  return z.NEVER;
});

export const toTypedFilter = (filter: CallFilter | null): TypedFilter => ({
  all: (filter?.all ?? []).map(({ any: conditions }) => ({
    any: conditions.map((each) => ({ ...newCondition, ...each })),
  })),
});
