import type { Routes } from "#http/implementation.ts";
import { archiveCampaign } from "./archive-campaign.ts";
import { createCampaign } from "./create-campaign.ts";
import { getCampaignTargets } from "./get-campaign-targets.ts";
import { getCampaign } from "./get-campaign.ts";
import { listCampaigns } from "./list-campaigns.ts";
import { putCampaignTargets } from "./put-campaign-targets.ts";
import { updateCampaign } from "./update-campaign.ts";

export const campaignRoutes: Routes<
  | "listCampaigns"
  | "createCampaign"
  | "getCampaign"
  | "updateCampaign"
  | "archiveCampaign"
  | "getCampaignTargets"
  | "putCampaignTargets"
> = {
  listCampaigns: ({ deps, ctx, input }) => listCampaigns({ pools: deps.pools, ctx, input: input.query }),
  createCampaign: ({ deps, ctx, input }) => createCampaign({ pools: deps.pools, ctx, input: input.body }),
  getCampaign: ({ deps, ctx, input }) => getCampaign({ pools: deps.pools, ctx, input: input.params }),
  updateCampaign: ({ deps, ctx, input }) =>
    updateCampaign({ pools: deps.pools, ctx, input: { id: input.params.id, patch: input.body } }),
  archiveCampaign: ({ deps, ctx, input }) => archiveCampaign({ pools: deps.pools, ctx, input: input.params }),
  getCampaignTargets: ({ deps, ctx, input }) =>
    getCampaignTargets({ pools: deps.pools, ctx, input: input.params }),
  putCampaignTargets: ({ deps, ctx, input }) =>
    putCampaignTargets({ pools: deps.pools, ctx, input: { ...input.params, ...input.body } }),
};
