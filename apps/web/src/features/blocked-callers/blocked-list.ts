import {
  blockedCallerColumns,
  blockKindNames,
  listBlockedCallersQuery,
  type BlockedCaller,
} from "@ccp/contract";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { flagField } from "#components/filters/flag-field.tsx";
import { nounField } from "#components/filters/noun-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";

const group = "Entry";

export const blockedFields: readonly FilterField[] = [
  nounField({ key: "campaign", noun: "campaignId", label: "Campaign", group }),
  choiceField({ key: "kind", param: "kind", label: "Kind", group, choices: blockKindNames }),
  flagField({
    key: "expired",
    param: "isExpired",
    label: "Expired",
    group,
    yes: "Expired",
    no: "Still blocking",
  }),
];

export const blockedList: ListSpec<BlockedCaller> = {
  name: "blocked-callers",
  query: listBlockedCallersQuery,
  columns: blockedCallerColumns,
  filters: blockedFields,
  search: { key: "search", param: "search", placeholder: "Part of a number, or reason" },
  defaultSort: "-createdAt",
  tabs: [],
};
