import { buyerColumns, listBuyersQuery, type Buyer } from "@ccp/contract";
import { Building2 } from "lucide-react";
import { client } from "#api/client.ts";
import { NounList } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { NewBuyerSheet } from "./new-buyer-sheet.tsx";

const buyerListing: NounListing<Buyer> = {
  noun: "buyer",
  words: { one: "buyer", many: "buyers" },
  spec: {
    name: "buyers",
    query: listBuyersQuery,
    columns: buyerColumns,
    filters: [],
    search: { key: "search", param: "search", placeholder: "Name or id" },
    defaultSort: "name",
    tabs: statusTabs,
  },
  load: client.listBuyers,
  toName: ({ name }) => name,
  renderLine: ({ targetCount }) => (
    <span className="tabular-nums">
      {targetCount} {targetCount === 1 ? "target" : "targets"}
    </span>
  ),
  widths: { targetCount: 72 },
};

export const BuyerListPage = () => (
  <NounList
    listing={buyerListing}
    title="Buyers"
    purpose="Who pays for calls, through the targets where they take them."
    fields={[]}
    csv="exportBuyers"
    Sheet={NewBuyerSheet}
    empty={{
      icon: Building2,
      title: "No buyers yet",
      text: "A buyer pays for calls. Make one, then give it a target: the phone number or SIP address where it takes them.",
    }}
  />
);
