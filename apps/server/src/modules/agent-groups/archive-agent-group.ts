import type { AgentGroup } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { agentGroupStore } from "./agent-groups.store.ts";

export const archiveAgentGroup = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<AgentGroup> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, agentGroupStore, [toSingleArchive(input)])),
  );
