import type { Agent } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { agentStore } from "./agents.store.ts";

/** All of them or none. */
export const archiveAgents = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: Agent[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => archiveItems(tx, agentStore, toBulkArchive(input.ids))),
});
