import type { Column } from "./column.ts";

type Noun = { id: string | number; createdAt: string; updatedAt: string };

/** What every noun's record has, at the end of its columns. */
export const recordColumns: readonly Column<Noun>[] = [
  {
    id: "id",
    header: "Id",
    group: "Record",
    isDefault: false,
    isNumeric: false,
    toCell: ({ id }) => ({ kind: "id", id: String(id) }),
  },
  {
    id: "createdAt",
    header: "Created",
    group: "Record",
    isDefault: false,
    isNumeric: false,
    sort: "createdAt",
    toCell: ({ createdAt }) => ({ kind: "time", at: createdAt }),
  },
  {
    id: "updatedAt",
    header: "Changed",
    group: "Record",
    isDefault: false,
    isNumeric: false,
    sort: "updatedAt",
    toCell: ({ updatedAt }) => ({ kind: "time", at: updatedAt }),
  },
];

/** The first two columns of every noun that has a name and a status. */
export const toNameColumns = (
  noun: "campaign" | "publisher" | "buyer" | "target" | "target-group" | "agent" | "agent-group" | "plan",
): readonly Column<{ id: string | number; name: string; status: string }>[] => [
  {
    id: "name",
    header: "Name",
    group: "General",
    isDefault: true,
    isNumeric: false,
    sort: "name",
    toCell: ({ id, name }) => ({ kind: "noun", noun, id, name }),
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
];
