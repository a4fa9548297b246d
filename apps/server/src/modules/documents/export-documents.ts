import { documentColumns, type ListDocumentsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listDocuments } from "./list-documents.ts";

export const exportDocuments = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListDocumentsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Invoices and statements",
      columns: documentColumns,
      query: input,
      readPage: (page) => listDocuments({ pools, ctx, input: { ...input, ...page } }),
    },
  );
