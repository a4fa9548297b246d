import { listValueListsQuery, valueListColumns, type ValueList } from "@ccp/contract";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import type { ListSpec } from "#components/list-page/list-spec.ts";

export const valueListFields: readonly FilterField[] = [
  choiceField({
    key: "status",
    param: "status",
    label: "Status",
    group: "List",
    choices: { active: "Active", archived: "Archived" },
  }),
];

export const valueListSpec: ListSpec<ValueList> = {
  name: "value-lists",
  query: listValueListsQuery,
  columns: valueListColumns,
  filters: valueListFields,
  search: { key: "search", param: "search", placeholder: "Name" },
  defaultSort: "name",
  tabs: [],
};
