import type { AgentGroup, UpdateAgentGroup } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeAgentGroups } from "./change-agent-groups.ts";

/** All of the changes or none. */
export const updateAgentGroups = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdateAgentGroup }[] }>): Promise<{ items: AgentGroup[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeAgentGroups(tx, toBulkItems(input.items))),
});
