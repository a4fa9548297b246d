import type { Agent, UpdateAgent } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeAgents } from "./change-agents.ts";

/** All of the changes or none. */
export const updateAgents = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdateAgent }[] }>): Promise<{ items: Agent[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeAgents(tx, toBulkItems(input.items))),
});
