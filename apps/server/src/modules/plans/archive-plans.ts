import type { Plan } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { planStore } from "./plans.store.ts";

/** All of them or none. */
export const archivePlans = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: Plan[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => archiveItems(tx, planStore, toBulkArchive(input.ids))),
});
