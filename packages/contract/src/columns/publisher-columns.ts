import type { Publisher } from "#publisher.ts";
import type { Column } from "./column.ts";
import { figureColumns, type WithFigures } from "./figure-columns.ts";
import { capsColumn } from "./limit-columns.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const publisherColumns: readonly Column<WithFigures<Publisher>>[] = [
  ...toNameColumns("publisher"),
  {
    id: "numberCount",
    header: "Numbers",
    group: "General",
    isDefault: true,
    isNumeric: true,
    toCell: ({ numberCount }) => ({ kind: "count", value: numberCount }),
  },
  capsColumn,
  ...figureColumns,
  ...recordColumns,
];
