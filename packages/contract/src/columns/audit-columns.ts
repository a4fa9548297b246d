import type { AuditEntry } from "#audit.ts";
import type { Column } from "./column.ts";

/** `{ kind, id }` of an actor who has no name of their own, in words. */
const toActorText = ({ kind, id, name }: AuditEntry["actor"]): string =>
  name ?? (kind === "system" ? "The server" : `${kind} ${id}`);

const toDocument = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Newest first is the list's only order, so that no column sorts. */
export const auditColumns: readonly Column<AuditEntry>[] = [
  {
    id: "at",
    header: "Time",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ at }) => ({ kind: "time", at }),
  },
  {
    id: "actor",
    header: "Who",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ actor }) => ({ kind: "text", text: toActorText(actor) }),
  },
  {
    id: "action",
    header: "Action",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ action }) => ({ kind: "text", text: action }),
  },
  {
    id: "noun",
    header: "Kind",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ noun }) => ({ kind: "text", text: noun }),
  },
  {
    id: "nounName",
    header: "Object",
    group: "General",
    isDefault: true,
    isNumeric: false,
    toCell: ({ nounName, nounId }) => ({ kind: "text", text: nounName ?? nounId }),
  },
  {
    id: "before",
    header: "Before",
    group: "Change",
    isDefault: false,
    isNumeric: false,
    toCell: ({ before }) => ({ kind: "text", text: toDocument(before) }),
  },
  {
    id: "after",
    header: "After",
    group: "Change",
    isDefault: false,
    isNumeric: false,
    toCell: ({ after }) => ({ kind: "text", text: toDocument(after) }),
  },
  {
    id: "nounId",
    header: "Id",
    group: "Record",
    isDefault: false,
    isNumeric: false,
    toCell: ({ nounId }) => ({ kind: "id", id: nounId }),
  },
  {
    id: "requestId",
    header: "Request",
    group: "Record",
    isDefault: false,
    isNumeric: false,
    toCell: ({ requestId }) => ({ kind: "text", text: requestId }),
  },
];
