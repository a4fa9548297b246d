import type { CampaignTargets } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectCampaignTargets } from "./campaign-targets.store.ts";
import { getCampaignRow } from "./campaigns.store.ts";

export const getCampaignTargets = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<CampaignTargets> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const { version } = await getCampaignRow(tx, input.id);
    return { items: await selectCampaignTargets(tx, input.id), version };
  });
