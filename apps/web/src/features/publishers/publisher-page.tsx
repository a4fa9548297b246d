import type { Publisher } from "@ccp/contract";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "wouter";
import { publisherQuery } from "#api/party-queries.ts";
import { useMay } from "#api/session.ts";
import { PublisherBalance } from "#components/document/balance-card.tsx";
import { ArchiveButton } from "#components/noun/archive-button.tsx";
import { CloneLink } from "#components/noun/clone-link.tsx";
import { FigureTiles } from "#components/noun/figure-tiles.tsx";
import { NounPage } from "#components/noun/noun-page.tsx";
import { NounView, type NounTab } from "#components/noun/noun-view.tsx";
import { PaymentsSection } from "#components/payment/payments-section.tsx";
import { paths } from "#paths.ts";
import { PublisherNumbers } from "./publisher-numbers.tsx";
import { PublisherPayouts } from "./publisher-payouts.tsx";
import { PublisherSettings } from "./publisher-settings.tsx";

export const PublisherPage = () => {
  const query = useQuery(publisherQuery(useParams<{ id: string }>().id));
  return (
    <NounPage noun="publisher" query={query}>
      {(publisher) => <PublisherView publisher={publisher} />}
    </NounPage>
  );
};

const PublisherView = ({ publisher }: { publisher: Publisher }) => {
  const mayWrite = useMay("write");
  const settings: NounTab = {
    id: "settings",
    label: "Settings",
    content: <PublisherSettings publisher={publisher} />,
  };
  return (
    <NounView
      noun="publisher"
      row={publisher}
      actions={
        mayWrite && (
          <>
            <CloneLink toList={paths.publishers.list} id={publisher.id} />
            <ArchiveButton noun="publisher" row={publisher} />
          </>
        )
      }
      tabs={[
        { id: "overview", label: "Overview", content: <PublisherOverview publisher={publisher} /> },
        { id: "payouts", label: "Payouts", content: <PublisherPayouts publisher={publisher} /> },
        ...(mayWrite ? [settings] : []),
      ]}
    />
  );
};

const PublisherOverview = ({ publisher }: { publisher: Publisher }) => (
  <div className="grid grid-cols-1 gap-6">
    <FigureTiles by="publisher" id={publisher.id} />
    <PublisherBalance id={publisher.id} />
    <PaymentsSection party={{ kind: "publisher", id: publisher.id, name: publisher.name }} />
    <PublisherNumbers publisher={publisher} />
  </div>
);
