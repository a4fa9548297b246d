import type { Buyer } from "#buyer.ts";
import type { Column } from "./column.ts";
import { figureColumns, type WithFigures } from "./figure-columns.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const buyerColumns: readonly Column<WithFigures<Buyer>>[] = [
  ...toNameColumns("buyer"),
  {
    id: "targetCount",
    header: "Targets",
    group: "General",
    isDefault: true,
    isNumeric: true,
    toCell: ({ targetCount }) => ({ kind: "count", value: targetCount }),
  },
  ...figureColumns,
  ...recordColumns,
];
