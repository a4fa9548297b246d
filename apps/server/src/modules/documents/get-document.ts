import type { Document } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getDocumentRow, toDocument } from "./documents.store.ts";

export const getDocument = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Document> =>
  withAccount(pools.app, ctx.accountId, async (tx) => toDocument(await getDocumentRow(tx, input.id)));
