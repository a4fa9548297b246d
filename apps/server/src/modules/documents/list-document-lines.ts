import type { DocumentLine, ListDocumentLinesQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { getDocumentRow } from "./documents.store.ts";
import { selectLines } from "./ledger-lines.store.ts";
import { toMarks } from "./to-marks.ts";

/** The transfers that a document is made of; together they are its totals. */
export const listDocumentLines = ({
  pools,
  ctx,
  input: { id, ...query },
}: Verb<ListDocumentLinesQuery & { id: number }>): Promise<Page<DocumentLine>> =>
  withAccount(pools.app, ctx.accountId, async (tx) =>
    selectLines(tx, toMarks(await getDocumentRow(tx, id)), query),
  );
