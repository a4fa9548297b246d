import type { ValueList } from "#value-list.ts";
import type { Column } from "./column.ts";
import { recordColumns } from "./record-columns.ts";

export const valueListColumns: readonly Column<ValueList>[] = [
  {
    id: "name",
    header: "Name",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "name",
    toCell: ({ name }) => ({ kind: "text", text: name }),
  },
  {
    id: "status",
    header: "Status",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ status }) => ({ kind: "status", status }),
  },
  {
    id: "valueCount",
    header: "Values",
    group: "General",
    isDefault: true,
    isNumeric: true,
    sort: "valueCount",
    toCell: ({ valueCount }) => ({ kind: "count", value: valueCount }),
  },
  {
    id: "targetCount",
    header: "Used by targets",
    group: "General",
    isDefault: true,
    isNumeric: true,
    toCell: ({ targetCount }) => ({ kind: "count", value: targetCount }),
  },
  ...recordColumns.map((column) => (column.id === "updatedAt" ? { ...column, isDefault: true } : column)),
];
