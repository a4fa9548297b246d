import type { AgentGroup } from "#agent-group.ts";
import type { Column } from "./column.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const agentGroupColumns: readonly Column<AgentGroup>[] = [
  ...toNameColumns("agent-group"),
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
  ...recordColumns.map((column) => ({ ...column, isDefault: column.id === "updatedAt" })),
];
