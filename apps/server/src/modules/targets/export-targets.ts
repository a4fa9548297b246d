import { targetColumns, type ListTargetsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import { listTargets } from "./list-targets.ts";

export const exportTargets = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListTargetsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Targets",
      columns: targetColumns,
      query: input,
      readPage: async (page) =>
        withFigures(
          { pools, ctx, now },
          {
            by: "target",
            columns: input.columns,
            page: await listTargets({ pools, ctx, input: { ...input, ...page } }),
          },
        ),
    },
  );
