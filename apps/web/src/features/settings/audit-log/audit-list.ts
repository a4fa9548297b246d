import { auditColumns, listAuditQuery, type AuditEntry } from "@ccp/contract";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { momentField } from "#components/filters/moment-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";
import { actorField } from "./actor-field.tsx";
import { actionNames, nounNames } from "./audit-words.ts";

const change = "Change";
const time = "Time";

export const auditFields: readonly FilterField[] = [
  actorField,
  choiceField({ key: "action", param: "action", label: "Action", group: change, choices: actionNames }),
  choiceField({ key: "noun", param: "noun", label: "Kind", group: change, choices: nounNames }),
  momentField({ key: "from", param: "from", label: "From", group: time }),
  momentField({ key: "to", param: "to", label: "Until", group: time }),
];

export const auditList: ListSpec<AuditEntry> = {
  name: "audit",
  query: listAuditQuery,
  columns: auditColumns,
  filters: auditFields,
  search: { key: "search", param: "search", placeholder: "Name, id or value" },
  defaultSort: "",
  tabs: [],
};
