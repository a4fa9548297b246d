import type { Document, ListDocumentsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectDocuments } from "./documents.store.ts";

export const listDocuments = ({ pools, ctx, input }: Verb<ListDocumentsQuery>): Promise<Page<Document>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectDocuments(tx, input));
