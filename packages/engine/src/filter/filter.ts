import { z } from "zod";
import { checkFilter } from "./check-filter.ts";
import { filterOperators } from "./operator.ts";
import { tagNames } from "./tag.ts";

export const filterBlocksMax = 20;

export const filterConditionsMax = 20;

export const filterValuesMax = 1_000;

const value = z.string().trim().min(1, "Give a value.").max(200);

const condition = z.strictObject({
  tag: z.enum(tagNames, "There is no such tag."),
  operator: z.enum(filterOperators, "There is no such operator."),
  /** Turns the operator round. A tag that is not known still matches nothing but "does not exist". */
  isNot: z.boolean().exactOptional(),
  /** Text is compared without regard to case unless this is true. */
  matchCase: z.boolean().exactOptional(),
  /** For every operator that takes one value; in a pattern a star stands for any letters and ? for one. */
  value: value.exactOptional(),
  /** For `equals-any`. */
  values: z.array(value).min(1, "Give a value.").max(filterValuesMax).exactOptional(),
  /** The value list, for `in-list`. */
  listId: z.uuid().toLowerCase().exactOptional(),
});

/** One tag held against what is wanted. */
export type FilterCondition = z.infer<typeof condition>;

const block = z.strictObject({
  any: z
    .array(condition)
    .min(1, "Give a condition.")
    .max(filterConditionsMax, `A block takes at most ${filterConditionsMax} conditions.`),
});

/** Matches a call when in each of its blocks one condition or more does. */
export const callFilter = z
  .strictObject({
    all: z
      .array(block)
      .min(1, "Give a block.")
      .max(filterBlocksMax, `A filter takes at most ${filterBlocksMax} blocks.`),
  })
  .superRefine((document, context) => {
    for (const { path, message } of checkFilter(document)) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });

export type CallFilter = z.infer<typeof callFilter>;

/** A target's filter as a book has it: with whose clock its times are, and what the ids in it are called. */
export type RowFilter = CallFilter & { timeZone: string; names: Readonly<Record<string, string>> };
