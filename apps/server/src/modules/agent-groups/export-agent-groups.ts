import { type ListAgentGroupsQuery, agentGroupColumns } from "@ccp/contract";
import type { Csv } from "#http/implementation.ts";
import type { AtNow } from "#http/verb.ts";
import { exportList, type ExportQuery } from "#modules/exports/export-list.ts";
import { listAgentGroups } from "./list-agent-groups.ts";

export const exportAgentGroups = ({
  pools,
  ctx,
  input,
  now,
}: AtNow<ExportQuery<ListAgentGroupsQuery>>): Csv =>
  exportList(
    { pools, ctx, now },
    {
      title: "Agent groups",
      columns: agentGroupColumns,
      query: input,
      readPage: (page) => listAgentGroups({ pools, ctx, input: { ...input, ...page } }),
    },
  );
