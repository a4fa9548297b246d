import type { BlockedCaller } from "#blocked-caller.ts";
import type { Cell, Column } from "./column.ts";
import { recordColumns } from "./record-columns.ts";

export const blockKindNames = {
  number: "Number",
  prefix: "Prefix",
  anonymous: "Anonymous",
} as const satisfies Record<BlockedCaller["kind"], string>;

const toCaller = ({ kind, value }: BlockedCaller): Cell => {
  switch (kind) {
    case "number":
      return { kind: "phone", number: value };
    case "prefix":
      return { kind: "text", text: `${value}*` };
    case "anonymous":
      return { kind: "text", text: "Withheld numbers" };
  }
};

export const blockedCallerColumns: readonly Column<BlockedCaller>[] = [
  {
    id: "caller",
    header: "Caller",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "value",
    toCell: toCaller,
  },
  {
    id: "kind",
    header: "Kind",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "kind",
    toCell: ({ kind }) => ({ kind: "text", text: blockKindNames[kind] }),
  },
  {
    id: "campaign",
    header: "Campaign",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "campaign",
    toCell: ({ campaign }) =>
      campaign === null
        ? { kind: "text", text: "All campaigns" }
        : { kind: "noun", noun: "campaign", ...campaign },
  },
  {
    id: "reason",
    header: "Reason",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "reason",
    toCell: ({ reason }) => ({ kind: "text", text: reason === "" ? null : reason }),
  },
  {
    id: "expiresAt",
    header: "Expires",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "expiresAt",
    toCell: ({ expiresAt }) =>
      expiresAt === null ? { kind: "text", text: "Never" } : { kind: "time", at: expiresAt },
  },
  {
    id: "status",
    header: "Status",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ isExpired }) => ({ kind: "status", status: isExpired ? "expired" : "blocking" }),
  },
  ...recordColumns.map((column) => (column.id === "createdAt" ? { ...column, isDefault: true } : column)),
];
