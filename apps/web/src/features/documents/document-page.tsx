import { toDocumentName, toUrl, type Document } from "@ccp/contract";
import { operations } from "#api/operations.ts";
import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, Download } from "lucide-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import { documentQuery } from "#api/money-queries.ts";
import { useMay } from "#api/session.ts";
import { DocumentTotals } from "#components/document/document-totals.tsx";
import { documentPaths, documentWords, toPeriodText } from "#components/document/document-words.ts";
import { Facts } from "#components/facts.tsx";
import { PageBody } from "#components/page-body.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { ErrorState } from "#components/states.tsx";
import { StatusBadge } from "#components/status-badge.tsx";
import { ZonedTime } from "#components/time.tsx";
import { paths } from "#paths.ts";
import { Button } from "#ui/button.tsx";
import { Card, CardTitle } from "#ui/card.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { DocumentLines } from "./document-lines.tsx";
import { VoidDialog } from "./void-dialog.tsx";

/** One invoice or statement. */
export const DocumentPage = () => {
  const { data, error, refetch } = useQuery(documentQuery(useParams<{ id: string }>().id));
  if (data !== undefined) return <DocumentView document={data} />;
  return (
    <PageBody>
      {error === null ? (
        <Skeleton className="h-60 w-full" />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </PageBody>
  );
};

const DocumentView = ({ document }: { document: Document }) => {
  const { kind, status } = document;
  return (
    <PageBody>
      <Link
        href={documentPaths[kind].list()}
        className="-ml-1 inline-flex h-6 items-center gap-0.5 text-label text-grey-11 hover:text-grey-12"
      >
        <ChevronLeft aria-hidden className="size-4" />
        {kind === "invoice" ? "Invoices" : "Statements"}
      </Link>
      <PageHeader title={toDocumentName(document)} badge={<StatusBadge status={status} />}>
        <Actions document={document} />
      </PageHeader>
      {status === "void" && (
        <p className="mt-2 font-medium text-bad">
          Void, so it does not count: {document.voidNote} ({document.voidedBy})
        </p>
      )}
      <div className="mt-6 grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Card>
          <CardTitle>Balance</CardTitle>
          <DocumentTotals document={document} />
        </Card>
        <Card>
          <CardTitle>Facts</CardTitle>
          <DocumentFacts document={document} />
        </Card>
      </div>
      <DocumentLines id={document.id} />
    </PageBody>
  );
};

const Actions = ({ document }: { document: Document }) => {
  const [isOpen, setIsOpen] = useState(false);
  const maySettle = useMay("settle");
  const { id, kind, number, status } = document;
  const file = `${kind}-${number}`;
  return (
    <>
      <Button asChild>
        <a href={toUrl(operations.getDocumentPdf, { params: { id } })} download={`${file}.pdf`}>
          <Download aria-hidden />
          PDF
        </a>
      </Button>
      <Button asChild>
        <a href={toUrl(operations.exportDocumentLines, { params: { id } })} download={`${file}.csv`}>
          <Download aria-hidden />
          CSV
        </a>
      </Button>
      {maySettle && status === "issued" && <Button onClick={() => setIsOpen(true)}>Void</Button>}
      {isOpen && <VoidDialog document={document} onClose={() => setIsOpen(false)} />}
    </>
  );
};

const linkClasses = "text-accent-text underline-offset-4 hover:underline";

const DocumentFacts = ({ document }: { document: Document }) => {
  const { buyer, publisher, kind } = document;
  const path = buyer === null ? paths.publishers.page(publisher?.id ?? "") : paths.buyers.page(buyer.id);
  return (
    <Facts
      facts={[
        { label: "From", value: document.accountName },
        {
          label: documentWords[kind].party === "buyer" ? "Buyer" : "Publisher",
          value: (
            <Link href={path} className={linkClasses}>
              {(buyer ?? publisher)?.name}
            </Link>
          ),
        },
        { label: "Period", value: toPeriodText(document) },
        { label: "Time zone", value: document.timeZone },
        { label: "Issued", value: <ZonedTime at={Date.parse(document.issuedAt)} /> },
        { label: "Issued by", value: document.issuedBy },
      ]}
    />
  );
};
