import type { TargetGroup } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { targetGroupStore } from "./target-groups.store.ts";

/** All of them or none. */
export const archiveTargetGroups = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: TargetGroup[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) =>
    archiveItems(tx, targetGroupStore, toBulkArchive(input.ids)),
  ),
});
