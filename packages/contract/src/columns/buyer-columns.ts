import type { Buyer } from "#buyer.ts";
import { toProtectionText } from "#repeat-text.ts";
import type { Column } from "./column.ts";
import { figureColumns, type WithFigures } from "./figure-columns.ts";
import { capsColumn, sharedCallsColumn } from "./limit-columns.ts";
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
  capsColumn,
  sharedCallsColumn,
  {
    id: "repeatCallers",
    header: "Repeat callers",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ repeatCallers }) => ({ kind: "text", text: toProtectionText(repeatCallers) }),
  },
  {
    id: "billing",
    header: "Billing",
    group: "Money",
    isDefault: false,
    isNumeric: false,
    toCell: ({ billing }) => ({ kind: "text", text: billing.kind === "prepaid" ? "Prepaid" : "Postpaid" }),
  },
  {
    id: "balance",
    header: "Balance",
    group: "Money",
    isDefault: true,
    isNumeric: true,
    toCell: ({ balanceMicros }) => ({ kind: "money", micros: balanceMicros, currency: null }),
  },
  ...figureColumns,
  ...recordColumns,
];
