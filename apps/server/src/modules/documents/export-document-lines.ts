import { documentLineColumns, type ListDocumentLinesQuery, toDocumentName } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { getDocument } from "./get-document.ts";
import { listDocumentLines } from "./list-document-lines.ts";

export const exportDocumentLines = async ({
  pools,
  ctx,
  input: { id, ...query },
  now,
}: AtNow<ExportQuery<ListDocumentLinesQuery> & { id: number }>): Promise<Csv> => {
  const document = await getDocument({ pools, ctx, input: { id } });
  const { periodFrom, periodThrough } = document;
  return exportList(
    { pools, ctx, now },
    {
      title: `${toDocumentName(document)}; ${periodFrom} through ${periodThrough}`,
      columns: documentLineColumns,
      query,
      readPage: (page) => listDocumentLines({ pools, ctx, input: { ...query, ...page, id } }),
    },
  );
};
