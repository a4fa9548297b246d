import { strategyWords } from "#strategy-text.ts";
import type { TargetGroup } from "#target-group.ts";
import type { Column } from "./column.ts";
import { capsColumn, sharedCallsColumn } from "./limit-columns.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const targetGroupColumns: readonly Column<TargetGroup>[] = [
  ...toNameColumns("target-group"),
  {
    id: "strategy",
    header: "Strategy",
    group: "Routing",
    isDefault: true,
    isNumeric: false,
    sort: "strategy",
    toCell: ({ strategy }) => ({ kind: "text", text: strategyWords[strategy].label }),
  },
  {
    id: "members",
    header: "Members",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ memberCount }) => ({ kind: "count", value: memberCount }),
  },
  {
    id: "plans",
    header: "Plans",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ planCount }) => ({ kind: "count", value: planCount }),
  },
  capsColumn,
  sharedCallsColumn,
  ...recordColumns.map((column) => ({ ...column, isDefault: column.id === "updatedAt" })),
];
