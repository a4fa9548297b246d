import type { Target } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { targetStore } from "./targets.store.ts";

/** All of them or none. */
export const archiveTargets = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: Target[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => archiveItems(tx, targetStore, toBulkArchive(input.ids))),
});
