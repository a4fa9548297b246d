import { type ListPlansQuery, planColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listPlans } from "./list-plans.ts";

export const exportPlans = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListPlansQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Routing plans",
      columns: planColumns,
      query: input,
      readPage: (page) => listPlans({ pools, ctx, input: { ...input, ...page } }),
    },
  );
