import type { AgentGroup, UpdateAgentGroup } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeAgentGroups } from "./change-agent-groups.ts";

export const updateAgentGroup = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateAgentGroup }>): Promise<AgentGroup> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeAgentGroups(tx, [toSingleItem(input)])));
