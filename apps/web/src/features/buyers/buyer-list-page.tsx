import { buyerColumns, listBuyersQuery, type Buyer } from "@ccp/contract";
import { toMicros } from "@ccp/engine";
import { Building2 } from "lucide-react";
import { client } from "#api/client.ts";
import { useSession } from "#api/session.ts";
import { Money } from "#components/money.tsx";
import { NounList } from "#components/noun/noun-list.tsx";
import { statusTabs, type NounListing } from "#components/noun/noun-listing.ts";
import { NewBuyerSheet } from "./new-buyer-sheet.tsx";

const isOutOfBalance = ({ billing, balanceMicros }: Buyer): boolean =>
  billing.kind === "prepaid" &&
  balanceMicros !== null &&
  toMicros(balanceMicros) + toMicros(billing.creditLimitMicros) <= 0n;

const LowBalance = ({ micros }: { micros: string | null }) => {
  const { currency } = useSession().account;
  return (
    <span className="whitespace-nowrap text-warn" title="Out of balance: calls go to other buyers">
      <Money micros={micros ?? "0"} currency={currency} /> out
    </span>
  );
};

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
  renderCell: (buyer, column) =>
    column === "balance" && isOutOfBalance(buyer) ? <LowBalance micros={buyer.balanceMicros} /> : undefined,
  renderLine: (buyer) => (
    <span className="flex flex-wrap gap-x-2 tabular-nums">
      {buyer.targetCount} {buyer.targetCount === 1 ? "target" : "targets"}
      {isOutOfBalance(buyer) && <LowBalance micros={buyer.balanceMicros} />}
    </span>
  ),
  widths: { targetCount: 72, balance: 132 },
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
