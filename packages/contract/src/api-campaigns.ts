import { bulkBody, idsBody, itemsOf } from "./bulk.ts";
import {
  campaign,
  campaignPage,
  cloneCampaignBody,
  createCampaignBody,
  listCampaignsQuery,
  updateCampaignBody,
} from "./campaign.ts";
import { campaignColumns } from "./columns/campaign-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { uuid, uuidParams } from "./fields.ts";

export const campaignEndpoints = {
  listCampaigns: {
    noun: "campaign",
    method: "GET",
    path: "/api/v1/campaigns",
    summary: "List campaigns",
    permission: "read",
    query: listCampaignsQuery,
    answer: { kind: "json", status: 200, schema: campaignPage },
  },
  exportCampaigns: {
    noun: "campaign",
    method: "GET",
    path: "/api/v1/campaigns.csv",
    summary: "The list of campaigns as a file",
    permission: "read",
    query: exportQuery(listCampaignsQuery, campaignColumns),
    answer: { kind: "csv", name: "campaigns" },
  },
  createCampaign: {
    noun: "campaign",
    method: "POST",
    path: "/api/v1/campaigns",
    summary: "Create a campaign",
    permission: "write",
    body: createCampaignBody,
    answer: { kind: "json", status: 201, schema: campaign },
  },
  updateCampaigns: {
    noun: "campaign",
    method: "PATCH",
    path: "/api/v1/campaigns",
    summary: "Change several campaigns: all or none",
    permission: "write",
    body: bulkBody(uuid, updateCampaignBody),
    answer: { kind: "json", status: 200, schema: itemsOf(campaign) },
  },
  archiveCampaigns: {
    noun: "campaign",
    method: "POST",
    path: "/api/v1/campaigns/archive",
    summary: "Archive several campaigns: all or none",
    permission: "write",
    body: idsBody(uuid),
    answer: { kind: "json", status: 200, schema: itemsOf(campaign) },
  },
  getCampaign: {
    noun: "campaign",
    method: "GET",
    path: "/api/v1/campaigns/:id",
    summary: "Get a campaign",
    permission: "read",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: campaign },
  },
  updateCampaign: {
    noun: "campaign",
    method: "PATCH",
    path: "/api/v1/campaigns/:id",
    summary: "Change a campaign; what is left out stays",
    permission: "write",
    params: uuidParams,
    body: updateCampaignBody,
    answer: { kind: "json", status: 200, schema: campaign },
  },
  archiveCampaign: {
    noun: "campaign",
    method: "POST",
    path: "/api/v1/campaigns/:id/archive",
    summary: "Archive a campaign; refused while numbers lead to it",
    permission: "write",
    params: uuidParams,
    answer: { kind: "json", status: 200, schema: campaign },
  },
  cloneCampaign: {
    noun: "campaign",
    method: "POST",
    path: "/api/v1/campaigns/:id/clone",
    summary: "Make a campaign like this one, without its numbers",
    permission: "write",
    params: uuidParams,
    body: cloneCampaignBody,
    answer: { kind: "json", status: 201, schema: campaign },
  },
} as const satisfies Record<string, Endpoint>;
