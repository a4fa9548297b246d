import type { Routes } from "#http/implementation.ts";
import { getOwnerUsage } from "#modules/caps/get-owner-usage.ts";
import { resetCaps } from "#modules/caps/reset-caps.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { archiveCampaigns } from "./archive-campaigns.ts";
import { cloneCampaign } from "./clone-campaign.ts";
import { createCampaign } from "./create-campaign.ts";
import { exportCampaigns } from "./export-campaigns.ts";
import { getCampaign } from "./get-campaign.ts";
import { getCampaignPayouts } from "./get-campaign-payouts.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { putCampaignPayouts } from "./put-campaign-payouts.ts";
import { tryPayoutRules } from "./try-payout-rules.ts";
import { updateCampaign } from "./update-campaign.ts";
import { updateCampaigns } from "./update-campaigns.ts";
import { getCampaignRow } from "./campaigns.store.ts";

export const campaignRoutes: Routes<
  | "listCampaigns"
  | "exportCampaigns"
  | "createCampaign"
  | "getCampaign"
  | "updateCampaign"
  | "updateCampaigns"
  | "getCampaignUsage"
  | "resetCampaignCaps"
  | "archiveCampaign"
  | "archiveCampaigns"
  | "cloneCampaign"
  | "getCampaignPayouts"
  | "putCampaignPayouts"
  | "tryPayoutRules"
> = {
  listCampaigns: ({ deps, ctx, input }) => listCampaigns({ pools: deps.pools, ctx, input: input.query }),
  exportCampaigns: ({ deps, ctx, input }) =>
    Promise.resolve(exportCampaigns({ pools: deps.pools, ctx, input: input.query, now: deps.clock.now() })),
  createCampaign: ({ deps, ctx, input }) => createCampaign({ pools: deps.pools, ctx, input: input.body }),
  getCampaign: ({ deps, ctx, input }) => getCampaign({ pools: deps.pools, ctx, input: input.params }),
  updateCampaign: ({ deps, ctx, input }) =>
    updateCampaign({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  updateCampaigns: ({ deps, ctx, input }) => updateCampaigns({ pools: deps.pools, ctx, input: input.body }),
  getCampaignUsage: ({ deps, ctx, input }) =>
    getOwnerUsage({
      pools: deps.pools,
      ctx,
      input: input.params,
      scope: "campaign",
      capacity: deps.capacity,
      now: deps.clock.now(),
    }),
  resetCampaignCaps: ({ deps, ctx, input }) =>
    resetCaps({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      scope: "campaign",
      get: getCampaignRow,
    }),
  archiveCampaign: ({ deps, ctx, input }) => archiveCampaign({ pools: deps.pools, ctx, input: input.params }),
  archiveCampaigns: ({ deps, ctx, input }) => archiveCampaigns({ pools: deps.pools, ctx, input: input.body }),
  cloneCampaign: ({ deps, ctx, input }) =>
    cloneCampaign({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  getCampaignPayouts: ({ deps, ctx, input }) =>
    getCampaignPayouts({ pools: deps.pools, ctx, input: input.params }),
  putCampaignPayouts: ({ deps, ctx, input }) =>
    putCampaignPayouts({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
  tryPayoutRules: ({ deps, ctx, input }) =>
    tryPayoutRules({
      pools: deps.pools,
      ctx,
      input: { ...input.params, ...input.body },
      now: deps.clock.now(),
    }),
};
