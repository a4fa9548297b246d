import { valueListColumns, type ListValueListsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listValueLists } from "./list-value-lists.ts";

export const exportValueLists = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListValueListsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Value lists",
      columns: valueListColumns,
      query: input,
      readPage: (page) => listValueLists({ pools, ctx, input: { ...input, ...page } }),
    },
  );
