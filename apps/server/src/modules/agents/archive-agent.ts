import type { Agent } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { agentStore } from "./agents.store.ts";

export const archiveAgent = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Agent> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, agentStore, [toSingleArchive(input)])),
  );
