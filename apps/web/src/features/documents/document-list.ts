import { documentColumns, listDocumentsQuery, type Document, type DocumentKind } from "@ccp/contract";
import { documentWords } from "#components/document/document-words.ts";
import { choiceField } from "#components/filters/choice-field.tsx";
import type { FilterField } from "#components/filters/filter-field.ts";
import { nounField } from "#components/filters/noun-field.tsx";
import type { ListSpec } from "#components/list-page/list-spec.ts";

const statusNames = { issued: "Issued", void: "Void" };

const toFields = (kind: DocumentKind): readonly FilterField[] => {
  const group = kind === "invoice" ? "Invoice" : "Statement";
  return [
    kind === "invoice"
      ? nounField({ key: "buyer", noun: "buyerId", label: "Buyer", group })
      : nounField({ key: "publisher", noun: "publisherId", label: "Publisher", group }),
    choiceField({ key: "status", param: "status", label: "Status", group, choices: statusNames }),
  ];
};

const toSpec = (kind: DocumentKind): ListSpec<Document> => ({
  name: documentWords[kind].many,
  query: listDocumentsQuery,
  columns: documentColumns,
  filters: toFields(kind),
  search: { key: "search", param: "search", placeholder: "Name or number" },
  defaultSort: "-issuedAt",
  tabs: [{ id: "all", label: "All", query: { kind } }],
});

type KindList = { spec: ListSpec<Document>; fields: readonly FilterField[] };

export const documentLists: Record<DocumentKind, KindList> = {
  invoice: { spec: toSpec("invoice"), fields: toFields("invoice") },
  statement: { spec: toSpec("statement"), fields: toFields("statement") },
};
