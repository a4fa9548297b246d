import { type ListAgentsQuery, agentColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listAgents } from "./list-agents.ts";

export const exportAgents = ({ pools, ctx, input, now }: AtNow<ExportQuery<ListAgentsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Agents",
      columns: agentColumns,
      query: input,
      readPage: (page) => listAgents({ pools, ctx, input: { ...input, ...page } }),
    },
  );
