import type { AgentGroup } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { agentGroupStore } from "./agent-groups.store.ts";

/** All of them or none. */
export const archiveAgentGroups = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: AgentGroup[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) =>
    archiveItems(tx, agentGroupStore, toBulkArchive(input.ids)),
  ),
});
