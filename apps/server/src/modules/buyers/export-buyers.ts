import { buyerColumns, type ListBuyersQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import { listBuyers } from "./list-buyers.ts";

export const exportBuyers = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListBuyersQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Buyers",
      columns: buyerColumns,
      query: input,
      readPage: async (page) =>
        withFigures(
          { pools, ctx, now },
          {
            by: "buyer",
            columns: input.columns,
            page: await listBuyers({ pools, ctx, input: { ...input, ...page } }),
          },
        ),
    },
  );
