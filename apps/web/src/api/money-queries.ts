import type { DocumentPreview, IssueDocument } from "@ccp/contract";
import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const adjustmentQuery = (id: string) =>
  queryOptions({ queryKey: ["adjustment", id], queryFn: () => client.getAdjustment({ params: { id } }) });

export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ["document", id], queryFn: () => client.getDocument({ params: { id } }) });

/** Whose document, and of which days; null while that is not known. */
export type DocumentAsked = Omit<IssueDocument, "closingMicros">;

const preview = async ({ buyerId, publisherId, ...query }: DocumentAsked): Promise<DocumentPreview> =>
  buyerId === undefined
    ? client.previewStatement({ params: { id: publisherId ?? "" }, query })
    : client.previewInvoice({ params: { id: buyerId }, query });

/** Asked for anew each time: what is booked meanwhile is on it. */
export const documentPreviewQuery = (asked: DocumentAsked | null) =>
  queryOptions({
    queryKey: ["document-preview", asked],
    queryFn: () => (asked === null ? null : preview(asked)),
    enabled: asked !== null,
    retry: false,
  });

export const buyerBalanceQuery = (id: number) =>
  queryOptions({
    queryKey: ["balance", "buyer", id],
    queryFn: () => client.getBuyerBalance({ params: { id } }),
  });

export const publisherBalanceQuery = (id: string) =>
  queryOptions({
    queryKey: ["balance", "publisher", id],
    queryFn: () => client.getPublisherBalance({ params: { id } }),
  });
