import { numberColumns, type ListNumbersQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { withFigures } from "#modules/exports/with-figures.ts";
import { listNumbers } from "./list-numbers.ts";

export const exportNumbers = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListNumbersQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Numbers",
      columns: numberColumns,
      query: input,
      readPage: async (page) =>
        withFigures(
          { pools, ctx, now },
          {
            by: "number",
            columns: input.columns,
            page: await listNumbers({ pools, ctx, input: { ...input, ...page } }),
          },
        ),
    },
  );
