import { buyerColumns, type ListBuyersQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { listBuyers } from "./list-buyers.ts";
import { withBalances } from "./with-balances.ts";

export const exportBuyers = ({
  pools,
  ctx,
  input,
  now,
  capacity,
}: AtNow<ExportQuery<ListBuyersQuery>> & { capacity: Pick<Capacity, "readBalances"> }): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Buyers",
      columns: buyerColumns,
      query: input,
      readPage: async (wanted) => {
        const page = await listBuyers({ pools, ctx, input: { ...input, ...wanted } });
        const items = await withBalances({ pools, capacity, ...ctx }, page.items);
        return withFigures(
          { pools, ctx, now },
          { by: "buyer", columns: input.columns, page: { ...page, items } },
        );
      },
    },
  );
