import { callColumns, type ListCallsQuery } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listCalls } from "./list-calls.ts";

// Few enough that folding them keeps nobody else waiting.
const callsAtOnce = 100;

export const exportCalls = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListCallsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Calls",
      columns: callColumns,
      query: input,
      readPage: ({ cursor }) =>
        listCalls({ pools, ctx, input: { ...input, cursor, limit: callsAtOnce }, now }),
    },
  );
