import type { Campaign, UpdateCampaign } from "@ccp/contract";
import { toSingleItem } from "#http/bulk-item.ts";
import type { Verb } from "#http/verb.ts";
import { changeAccount } from "#modules/audit/change-account.ts";
import { toOnly } from "#modules/audit/change-items.ts";
import { changeCampaigns } from "./change-campaigns.ts";

export const updateCampaign = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; patch: UpdateCampaign }>): Promise<Campaign> =>
  changeAccount({ pools, ctx }, async (tx) => toOnly(await changeCampaigns(tx, [toSingleItem(input)])));
