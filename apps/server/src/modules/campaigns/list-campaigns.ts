import type { Campaign, ListCampaignsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectCampaigns } from "./campaigns.store.ts";

export const listCampaigns = ({ pools, ctx, input }: Verb<ListCampaignsQuery>): Promise<Page<Campaign>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectCampaigns(tx, input));
