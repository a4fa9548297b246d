import { listNumbersQuery, numberColumns, type NumberResource } from "@ccp/contract";
import { client } from "#api/client.ts";
import { choiceField } from "#components/filters/choice-field.tsx";
import { nounField } from "#components/filters/noun-field.tsx";
import { formatPhone } from "#lib/format-phone.ts";
import type { NounListing } from "./noun-listing.ts";

const group = "Number";

export const numberFields = [
  nounField({ key: "campaign", noun: "campaignId", label: "Campaign", group }),
  nounField({ key: "publisher", noun: "publisherId", label: "Publisher", group }),
  choiceField({
    key: "status",
    param: "status",
    label: "Status",
    group,
    choices: { active: "Active", paused: "Paused" },
  }),
];

export const numberListing: NounListing<NumberResource> = {
  noun: "number",
  words: { one: "number", many: "numbers" },
  spec: {
    name: "numbers",
    query: listNumbersQuery,
    columns: numberColumns,
    filters: numberFields,
    search: { key: "search", param: "search", placeholder: "Number or label" },
    defaultSort: "number",
    tabs: [
      { id: "all", label: "All", query: {} },
      { id: "assigned", label: "Assigned", query: { isAssigned: "true" } },
      { id: "unassigned", label: "Unassigned", query: { isAssigned: "false" } },
    ],
  },
  load: client.listNumbers,
  toName: ({ number }) => formatPhone(number),
  renderLine: ({ campaign, label }) => (
    <span className="truncate">
      {campaign === null ? "No campaign" : campaign.name}
      {label !== "" && <span className="text-grey-11"> · {label}</span>}
    </span>
  ),
  widths: { number: 120 },
};
