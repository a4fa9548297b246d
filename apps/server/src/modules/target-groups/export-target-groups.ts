import { type ListTargetGroupsQuery, targetGroupColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listTargetGroups } from "./list-target-groups.ts";

export const exportTargetGroups = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<ExportQuery<ListTargetGroupsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Target groups",
      columns: targetGroupColumns,
      query: input,
      readPage: (page) => listTargetGroups({ pools, ctx, input: { ...input, ...page } }),
    },
  );
