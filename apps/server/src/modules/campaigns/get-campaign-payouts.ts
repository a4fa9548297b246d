import type { CampaignPayouts } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectCampaignPayouts } from "./campaign-payouts.store.ts";
import { getCampaignRow } from "./campaigns.store.ts";

export const getCampaignPayouts = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<CampaignPayouts> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const { version } = await getCampaignRow(tx, input.id);
    return { items: await selectCampaignPayouts(tx, input.id), version };
  });
