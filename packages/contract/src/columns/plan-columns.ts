import type { Plan } from "#plan.ts";
import type { Column } from "./column.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const planColumns: readonly Column<Plan>[] = [
  ...toNameColumns("plan"),
  {
    id: "rows",
    header: "Rows",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ rowCount }) => ({ kind: "count", value: rowCount }),
  },
  {
    id: "campaigns",
    header: "Campaigns",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ campaignCount }) => ({ kind: "count", value: campaignCount }),
  },
  {
    id: "versionNumber",
    header: "Version",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ versionNumber }) => ({ kind: "count", value: versionNumber }),
  },
  ...recordColumns.map((column) => ({ ...column, isDefault: column.id === "updatedAt" })),
];
