import type { Routes } from "#http/implementation.ts";
import { exportDocumentLines } from "./export-document-lines.ts";
import { exportDocuments } from "./export-documents.ts";
import { getBalance } from "./get-balance.ts";
import { getDocumentPdf } from "./get-document-pdf.ts";
import { getDocument } from "./get-document.ts";
import { issueDocument } from "./issue-document.ts";
import { listDocumentLines } from "./list-document-lines.ts";
import { listDocuments } from "./list-documents.ts";
import { previewDocument } from "./preview-document.ts";
import { voidDocument } from "./void-document.ts";

export const documentRoutes: Routes<
  | "listDocuments"
  | "exportDocuments"
  | "previewInvoice"
  | "previewStatement"
  | "issueDocument"
  | "getDocument"
  | "listDocumentLines"
  | "exportDocumentLines"
  | "getDocumentPdf"
  | "voidDocument"
  | "getBuyerBalance"
  | "getPublisherBalance"
> = {
  listDocuments: ({ deps: { pools }, ctx, input }) => listDocuments({ pools, ctx, input: input.query }),
  exportDocuments: ({ deps: { pools, clock }, ctx, input }) =>
    Promise.resolve(exportDocuments({ pools, ctx, input: input.query, now: clock.now() })),
  previewInvoice: ({ deps: { pools, clock }, ctx, input }) => {
    const party = { kind: "buyer", id: input.params.id } as const;
    return previewDocument({ pools, ctx, input: { party, ...input.query }, now: clock.now() });
  },
  previewStatement: ({ deps: { pools, clock }, ctx, input }) => {
    const party = { kind: "publisher", id: input.params.id } as const;
    return previewDocument({ pools, ctx, input: { party, ...input.query }, now: clock.now() });
  },
  issueDocument: ({ deps: { pools, clock }, ctx, input }) =>
    issueDocument({ pools, ctx, input: input.body, now: clock.now() }),
  getDocument: ({ deps: { pools }, ctx, input }) => getDocument({ pools, ctx, input: input.params }),
  listDocumentLines: ({ deps: { pools }, ctx, input }) =>
    listDocumentLines({ pools, ctx, input: { ...input.params, ...input.query } }),
  exportDocumentLines: ({ deps: { pools, clock }, ctx, input }) =>
    exportDocumentLines({ pools, ctx, input: { ...input.params, ...input.query }, now: clock.now() }),
  getDocumentPdf: ({ deps: { pools }, ctx, input }) => getDocumentPdf({ pools, ctx, input: input.params }),
  voidDocument: ({ deps: { pools, clock }, ctx, input }) =>
    voidDocument({ pools, ctx, input: { ...input.params, ...input.body }, now: clock.now() }),
  getBuyerBalance: ({ deps: { pools, capacity }, ctx, input }) =>
    getBalance({ pools, ctx, capacity, input: { kind: "buyer", id: input.params.id } }),
  getPublisherBalance: ({ deps: { pools, capacity }, ctx, input }) =>
    getBalance({ pools, ctx, capacity, input: { kind: "publisher", id: input.params.id } }),
};
