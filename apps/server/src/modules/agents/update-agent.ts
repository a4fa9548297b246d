import type { Agent, UpdateAgent } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeAgents } from "./change-agents.ts";

export const updateAgent = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateAgent }>): Promise<Agent> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeAgents(tx, [toSingleItem(input)])));
