import { listTargetGroupsQuery, strategyWords, targetGroupColumns, type TargetGroup } from "@ccp/contract";
import { strategies } from "@ccp/engine";
import { Layers } from "lucide-react";
import { client } from "#api/client.ts";
import { choiceField } from "#components/filters/choice-field.tsx";
import { NounList } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { NewTargetGroupSheet } from "./new-target-group-sheet.tsx";

const fields = [
  choiceField({
    key: "strategy",
    param: "strategy",
    label: "Strategy",
    group: "Group",
    choices: Object.fromEntries(strategies.map((each) => [each, strategyWords[each].label])),
  }),
];

const targetGroupListing: NounListing<TargetGroup> = {
  noun: "target-group",
  words: { one: "group", many: "groups" },
  spec: {
    name: "target-groups",
    query: listTargetGroupsQuery,
    columns: targetGroupColumns,
    filters: fields,
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listTargetGroups,
  toName: ({ name }) => name,
  renderLine: ({ strategy, memberCount }) => (
    <>
      <span className="truncate">{strategyWords[strategy].label}</span>
      <span className="shrink-0 text-grey-11 tabular-nums">
        {memberCount} {memberCount === 1 ? "member" : "members"}
      </span>
    </>
  ),
  widths: { strategy: 116, members: 88, plans: 72, updatedAt: 120 },
};

export const TargetGroupListPage = () => (
  <NounList
    listing={targetGroupListing}
    title="Groups"
    purpose="Targets that stand as one in plans and share the calls that come to them."
    fields={fields}
    csv="exportTargetGroups"
    Sheet={NewTargetGroupSheet}
    empty={{
      icon: Layers,
      title: "No groups yet",
      text: "A group holds targets that belong together, such as the desks of one buyer. A plan lists it in one row, and the group picks which of its open members takes the call.",
    }}
  />
);
