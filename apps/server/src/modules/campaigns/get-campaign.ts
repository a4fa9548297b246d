import type { Campaign } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getCampaignRow } from "./campaigns.store.ts";

export const getCampaign = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Campaign> =>
  withAccount(pools.app, ctx.accountId, (tx) => getCampaignRow(tx, input.id));
