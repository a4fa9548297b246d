import { z } from "zod";
import type { Column } from "./columns/column.ts";
import { parseFilterText } from "./filter-value.ts";

/** Column ids with commas in between, in the order in which they are to stand. */
const columnsOf = <Row>(columns: readonly Column<Row>[]) =>
  z
    .string()
    .max(4000)
    .transform((text, check): string[] => {
      const { values } = parseFilterText(text);
      for (const value of values.filter((each) => !columns.some(({ id }) => id === each))) {
        check.addIssue({ code: "custom", message: `There is no column "${value}".`, input: text });
      }
      if (values.length === 0) {
        check.addIssue({ code: "custom", message: "Give at least one column.", input: text });
      }
      return values;
    });

/** The query of a list's file: the list's own without paging, and which columns; without them the usual ones. */
export const exportQuery = <Shape extends z.core.$ZodLooseShape, Row>(
  list: z.ZodObject<Shape & { cursor: z.ZodType; limit: z.ZodType }, z.core.$strict>,
  columns: readonly Column<Row>[],
) => {
  const { cursor: _cursor, limit: _limit, ...shape } = list.shape;
  return z.strictObject({
    ...(shape as Omit<Shape, "cursor" | "limit">),
    columns: columnsOf(columns).optional(),
  });
};
