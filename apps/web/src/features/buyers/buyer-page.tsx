import type { Buyer } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { buyerQuery } from "#api/party-queries.ts";
import { useMay } from "#api/session.ts";
import { BuyerBalance } from "#components/document/balance-card.tsx";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { FigureTiles } from "#components/noun/figure-tiles.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { PaymentsSection } from "#components/payment/payments-section.tsx";
import { paths } from "#paths.ts";
import { BuyerTargets } from "./buyer-targets.tsx";
import { BuyerSettings } from "./buyer-settings.tsx";

export const BuyerPage = () => {
  const query = useQuery(buyerQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="buyer" query={query}>
      {(buyer) => <BuyerView buyer={buyer} />}
    </NounPage>
  );
};

const BuyerView = ({ buyer }: { buyer: Buyer }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = { id: "settings", label: "Settings", content: <BuyerSettings buyer={buyer} /> };
  return (
    <NounView
      noun="buyer"
      row={buyer}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.buyers.list} id={buyer.id} />
            <ArchiveButton noun="buyer" row={buyer} />
          </>
        )
      }
      tabs={[
        { id: "overview", label: "Overview", content: <BuyerOverview buyer={buyer} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};

const BuyerOverview = ({ buyer }: { buyer: Buyer }) => (
  <div className="grid grid-cols-1 gap-6">
    <FigureTiles by="buyer" id={buyer.id} />
    <BuyerBalance buyer={buyer} />
    <PaymentsSection party={{ kind: "buyer", id: buyer.id, name: buyer.name }} />
    <BuyerTargets buyer={buyer} />
  </div>
);
