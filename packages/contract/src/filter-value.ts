import { z } from "zod";

/** What a list is narrowed to, which is any of the values or, when `isNot`, none of them. */
export type Filter<Value> = { isNot: boolean; values: Value[] };

/** A filter as it stands in a query: values with commas in between, and a leading `!` for none of them. */
export const toFilterText = ({ isNot, values }: Filter<string | number>): string =>
  `${isNot ? "!" : ""}${values.join(",")}`;

/** The parts of a filter's text, before it is known what its values are; a text without one has no values. */
export const parseFilterText = (text: string): Filter<string> => {
  const isNot = text.startsWith("!");
  const values = (isNot ? text.slice(1) : text)
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
  return { isNot, values: [...new Set(values)] };
};

/** A query's filter by values of one kind, at most a hundred of them. */
export const filterOf = <Item extends z.ZodType>(item: Item) =>
  z
    .string()
    .max(4000)
    .transform((text, check): Filter<z.output<Item>> => {
      const { isNot, values } = parseFilterText(text);
      const parsed = z.array(item).min(1, "Give at least one value.").max(100).safeParse(values);
      if (parsed.success) return { isNot, values: parsed.data };
      for (const { message } of parsed.error.issues) check.addIssue({ code: "custom", message, input: text });
      return z.NEVER;
    });
