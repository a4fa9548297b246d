import type { Agent } from "#agent.ts";
import type { Column } from "./column.ts";
import { recordColumns, toNameColumns } from "./record-columns.ts";

export const agentColumns: readonly Column<Agent>[] = [
  ...toNameColumns("agent"),
  {
    id: "destination",
    header: "Destination",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ destination }) =>
      destination.kind === "phone"
        ? { kind: "phone", number: destination.address }
        : { kind: "text", text: destination.address },
  },
  {
    id: "skills",
    header: "Skills",
    group: "Routing",
    isDefault: true,
    isNumeric: false,
    toCell: ({ skills }) => ({ kind: "text", text: skills.length === 0 ? null : skills.join(", ") }),
  },
  {
    id: "callsAtOnce",
    header: "Calls at once",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ callsAtOnce }) => ({ kind: "count", value: callsAtOnce }),
  },
  {
    id: "wrapUp",
    header: "Wrap-up",
    group: "Routing",
    isDefault: true,
    isNumeric: true,
    toCell: ({ wrapUpSeconds }) => ({ kind: "duration", seconds: wrapUpSeconds }),
  },
  {
    id: "barred",
    header: "Not dialled because",
    group: "Routing",
    isDefault: false,
    isNumeric: false,
    toCell: ({ barred }) => ({ kind: "text", text: barred }),
  },
  {
    id: "user",
    header: "Signs in as",
    group: "General",
    isDefault: false,
    isNumeric: false,
    toCell: ({ user }) => ({ kind: "text", text: user?.name ?? null }),
  },
  {
    id: "groups",
    header: "Groups",
    group: "Routing",
    isDefault: false,
    isNumeric: true,
    toCell: ({ groupCount }) => ({ kind: "count", value: groupCount }),
  },
  ...recordColumns,
];
