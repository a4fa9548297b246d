import type { PreviewDocument } from "@ccp/contract";
import { queryOptions } from "@tanstack/react-query";
import { client } from "./client.ts";

export const adjustmentQuery = (id: string) =>
  queryOptions({ queryKey: ["adjustment", id], queryFn: () => client.getAdjustment({ params: { id } }) });

export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ["document", id], queryFn: () => client.getDocument({ params: { id } }) });

/** Asked for anew each time: what is booked meanwhile is on it. */
export const documentPreviewQuery = (body: PreviewDocument | null) =>
  queryOptions({
    queryKey: ["document-preview", body],
    queryFn: () => (body === null ? null : client.previewDocument({ body })),
    enabled: body !== null,
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
