import type { Campaign } from "@ccp/contract";
import { toBulkArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { campaignStore } from "./campaigns.store.ts";

/** All of them or none. */
export const archiveCampaigns = async ({
  pools,
  ctx,
  input,
}: Verb<{ ids: string[] }>): Promise<{ items: Campaign[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) =>
    archiveItems(tx, campaignStore, toBulkArchive(input.ids)),
  ),
});
