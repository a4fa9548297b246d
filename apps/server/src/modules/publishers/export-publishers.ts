import { publisherColumns, type ListPublishersQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import { listPublishers } from "./list-publishers.ts";

export const exportPublishers = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListPublishersQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Publishers",
      columns: publisherColumns,
      query: input,
      readPage: async (page) =>
        withFigures(
          { pools, ctx, now },
          {
            by: "publisher",
            columns: input.columns,
            page: await listPublishers({ pools, ctx, input: { ...input, ...page } }),
          },
        ),
    },
  );
