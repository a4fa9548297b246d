import { toDocumentName, type Document, type DocumentKind } from "@ccp/contract";
import { FileText, ReceiptText } from "lucide-react";
import { Link } from "wouter";
import { client } from "#api/client.ts";
import { useMay } from "#api/session.ts";
import { documentWords, toDocumentPath } from "#components/document/document-words.ts";
import { ListPage } from "#components/list-page/list-page.tsx";
import { useFormParam } from "#components/list-page/use-form-param.ts";
import { useListRows } from "#components/list-page/use-list-rows.ts";
import { useListState } from "#components/list-page/use-list-state.ts";
import { EmptyState } from "#components/states.tsx";
import { Button } from "#ui/button.tsx";
import { DocumentCard } from "./document-card.tsx";
import { documentLists } from "./document-list.ts";
import { IssueSheet } from "./issue-sheet.tsx";

const widths = { number: 112, party: 180, periodFrom: 100, periodThrough: 100, status: 96, issuedAt: 128 };

const texts: Record<DocumentKind, { title: string; purpose: string; empty: string }> = {
  invoice: {
    title: "Invoices",
    purpose: "What buyers owe for a period, call by call. An issued invoice never changes.",
    empty: "An invoice has a buyer's calls of a period, what was adjusted, and the balance before and after.",
  },
  statement: {
    title: "Statements",
    purpose: "What publishers are owed for a period, call by call. An issued statement never changes.",
    empty:
      "A statement has a publisher's calls of a period, what was adjusted, and the balance before and after.",
  },
};

const toKey = ({ id }: Document): string => String(id);

export const InvoiceListPage = () => <DocumentListPage kind="invoice" />;

export const StatementListPage = () => <DocumentListPage kind="statement" />;

const DocumentListPage = ({ kind }: { kind: DocumentKind }) => {
  const { spec, fields } = documentLists[kind];
  const list = useListState(spec);
  const rows = useListRows(["list", "document", kind], list.query, client.listDocuments);
  const maySettle = useMay("settle");
  const { form, close } = useFormParam();
  const { title, purpose, empty } = texts[kind];
  const { one, many } = documentWords[kind];
  const action = maySettle && <NewLink one={one} />;
  return (
    <>
      <ListPage
        title={title}
        purpose={purpose}
        action={action}
        list={list}
        rows={rows}
        fields={fields}
        words={{ one, many }}
        csv="exportDocuments"
        toKey={toKey}
        toName={toDocumentName}
        toHref={toDocumentPath}
        renderCard={(document) => <DocumentCard document={document} />}
        widths={widths}
        empty={
          <EmptyState
            icon={kind === "invoice" ? ReceiptText : FileText}
            title={`No ${one} was issued yet`}
            text={empty}
          >
            {action}
          </EmptyState>
        }
      />
      {maySettle && form?.kind === "new" && <IssueSheet kind={kind} onClose={close} />}
    </>
  );
};

const NewLink = ({ one }: { one: string }) => {
  const { toAddress } = useFormParam();
  return (
    <Button variant="primary" asChild>
      <Link href={toAddress({ kind: "new" })}>New {one}</Link>
    </Button>
  );
};
