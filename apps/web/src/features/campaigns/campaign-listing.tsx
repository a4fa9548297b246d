import { campaignColumns, listCampaignsQuery, verticals, type Campaign } from "@ccp/contract";
import { client } from "#api/client.ts";
import { choiceField } from "#components/filters/choice-field.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { StatusSwitch } from "#components/noun/status-switch.tsx";
import { toVerticalName } from "./vertical-name.ts";

export const campaignFields = [
  choiceField({
    key: "vertical",
    param: "vertical",
    label: "Vertical",
    group: "Campaign",
    choices: Object.fromEntries(verticals.map(({ id, label }) => [id, label])),
  }),
];

/** Takes clicks of its own in a row that as a whole leads to the campaign. */
const RowSwitch = ({ campaign }: { campaign: Campaign }) => (
  <span className="pointer-events-auto relative z-2 inline-flex align-middle">
    <StatusSwitch noun="campaign" row={campaign} />
  </span>
);

export const campaignListing: NounListing<Campaign> = {
  noun: "campaign",
  words: { one: "campaign", many: "campaigns" },
  spec: {
    name: "campaigns",
    query: listCampaignsQuery,
    columns: campaignColumns,
    filters: campaignFields,
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listCampaigns,
  toName: ({ name }) => name,
  renderCell: (campaign, columnId) => (columnId === "status" ? <RowSwitch campaign={campaign} /> : undefined),
  renderLine: ({ vertical, targetCount, numberCount }) => (
    <>
      <span className="truncate">{toVerticalName(vertical)}</span>
      <span className="shrink-0 text-grey-11 tabular-nums">
        {targetCount} {targetCount === 1 ? "target" : "targets"} · {numberCount}{" "}
        {numberCount === 1 ? "number" : "numbers"}
      </span>
    </>
  ),
  widths: { status: 108, vertical: 116, targetCount: 64, numberCount: 72, payoutPerCall: 112 },
};
