import { withAccount } from "#db/transaction.ts";
import type { Media } from "#http/implementation.ts";
import type { Verb } from "#http/verb.ts";
import { getDocumentRow, toDocument } from "./documents.store.ts";
import { readDays } from "./ledger-lines.store.ts";
import { toPaper } from "./to-paper.ts";
import { drawPdf } from "./draw-pdf.ts";
import { toMarks } from "./to-marks.ts";

export const getDocumentPdf = async ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Media> => {
  const paper = await withAccount(pools.app, ctx.accountId, async (tx) => {
    const row = await getDocumentRow(tx, input.id);
    return toPaper(toDocument(row), await readDays(tx, toMarks(row), row.timeZone));
  });
  return { contentType: "application/pdf", sizeBytes: null, body: await drawPdf(paper) };
};
