import { adjustmentColumns, type ListAdjustmentsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listAdjustments } from "./list-adjustments.ts";

export const exportAdjustments = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<ExportQuery<ListAdjustmentsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Adjustments",
      columns: adjustmentColumns,
      query: input,
      readPage: (page) => listAdjustments({ pools, ctx, input: { ...input, ...page } }),
    },
  );
