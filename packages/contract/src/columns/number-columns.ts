import type { NumberResource } from "#number.ts";
import type { Column } from "./column.ts";
import { toFigureColumns, type WithFigures } from "./figure-columns.ts";
import { recordColumns } from "./record-columns.ts";

export const numberColumns: readonly Column<WithFigures<NumberResource>>[] = [
  {
    id: "number",
    header: "Number",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "number",
    toCell: ({ number }) => ({ kind: "phone", number }),
  },
  {
    id: "label",
    header: "Label",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "label",
    toCell: ({ label }) => ({ kind: "text", text: label === "" ? null : label }),
  },
  {
    id: "status",
    header: "Status",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "status",
    toCell: ({ status }) => ({ kind: "status", status }),
  },
  {
    id: "campaign",
    header: "Campaign",
    group: "Traffic",
    isDefault: true,
    isNumeric: false,
    sort: "campaign",
    toCell: ({ campaign }) =>
      campaign === null ? { kind: "none" } : { kind: "noun", noun: "campaign", ...campaign },
  },
  {
    id: "publisher",
    header: "Publisher",
    group: "Traffic",
    isDefault: true,
    isNumeric: false,
    sort: "publisher",
    toCell: ({ publisher }) =>
      publisher === null ? { kind: "none" } : { kind: "noun", noun: "publisher", ...publisher },
  },
  {
    id: "carrierAccount",
    header: "Carrier account",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ carrierAccount }) => ({ kind: "text", text: carrierAccount.name }),
  },
  ...toFigureColumns(["live", "hour", "day", "month", "revenue", "lastCall"]),
  ...recordColumns,
];
