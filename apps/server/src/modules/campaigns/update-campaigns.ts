import type { Campaign, UpdateCampaign } from "@ccp/contract";
import { toBulkItems } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { changeCampaigns } from "./change-campaigns.ts";

/** All of the changes or none. */
export const updateCampaigns = async ({
  pools,
  ctx,
  input,
}: Verb<{ items: { id: string; patch: UpdateCampaign }[] }>): Promise<{ items: Campaign[] }> => ({
  items: await changeAccount({ pools, ctx }, (tx) => changeCampaigns(tx, toBulkItems(input.items))),
});
