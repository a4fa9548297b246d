import type { Campaign } from "@ccp/contract";
import { toSingleArchive } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { archiveItems } from "#modules/references/archive-items.ts";
import { campaignStore } from "./campaigns.store.ts";

export const archiveCampaign = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) =>
    toOnly(await archiveItems(tx, campaignStore, [toSingleArchive(input)])),
  );
