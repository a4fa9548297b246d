import { blockedCallerColumns, type ListBlockedCallersQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listBlockedCallers } from "./list-blocked-callers.ts";

export const exportBlockedCallers = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<ExportQuery<ListBlockedCallersQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Blocked callers",
      columns: blockedCallerColumns,
      query: input,
      readPage: (page) => listBlockedCallers({ pools, ctx, input: { ...input, ...page } }),
    },
  );
