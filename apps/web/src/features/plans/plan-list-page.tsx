import { listPlansQuery, planColumns, type Plan } from "@ccp/contract";
import { Route } from "lucide-react";
import { client } from "#api/client.ts";
import { NounList } from "#components/noun/noun-list.tsx";
import type { NounListing } from "#components/noun/noun-listing.ts";
import { NewPlanSheet } from "./new-plan-sheet.tsx";

const planListing: NounListing<Plan> = {
  noun: "plan",
  words: { one: "plan", many: "plans" },
  spec: {
    name: "plans",
    query: listPlansQuery,
    columns: planColumns,
    filters: [],
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: [
      { id: "active", label: "Active", query: {} },
      { id: "archived", label: "Archived", query: { status: "archived" } },
    ],
  },
  load: client.listPlans,
  toName: ({ name }) => name,
  renderLine: ({ rowCount, campaignCount }) => (
    <span className="tabular-nums">
      {rowCount} {rowCount === 1 ? "row" : "rows"} · {campaignCount}{" "}
      {campaignCount === 1 ? "campaign" : "campaigns"}
    </span>
  ),
  widths: { rows: 72, campaigns: 104, versionNumber: 84, updatedAt: 120 },
};

export const PlanListPage = () => (
  <NounList
    listing={planListing}
    title="Plans"
    purpose="Who takes the calls of the campaigns that go by them, and in which order."
    fields={[]}
    csv="exportPlans"
    Sheet={NewPlanSheet}
    empty={{
      icon: Route,
      title: "No plans yet",
      text: "A plan lists targets and groups in the order in which they are tried. Each new campaign gets one; several campaigns may go by the same.",
    }}
  />
);
