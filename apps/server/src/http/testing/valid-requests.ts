import type { Api, EndpointId, EndpointInput } from "@ccp/contract";
import type { FurnishedAccount } from "./furnished-account.ts";

/** The parts of a request as it is sent. */
export type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: object };

type Requests = { [Id in EndpointId]: EndpointInput<Api[Id]> };

/** One for each entry of the table; an entry without one does not compile. */
const toValidRequests = ({ ids }: FurnishedAccount): Requests => ({
  signIn: { body: { email: "owner@accounts.example", password: "correct horse battery staple" } },
  redeemSignInLink: { body: { token: "0123456789abcdef0123456789abcdef" } },
  getSession: {},
  signOut: {},
  listApiKeys: {},
  createApiKey: { body: { name: "Reports" } },
  revokeApiKey: { params: { id: ids.spareApiKey } },
  listCarrierAccounts: {},
  createCarrierAccount: {
    body: {
      name: "Main",
      accountRef: `AC${ids.campaign.replaceAll("-", "")}`,
      authToken: "0123456789abcdef",
    },
  },
  listAudit: {},
  listQuarantinedEvents: {},
  replayQuarantinedEvent: { params: { id: ids.quarantinedEvent } },
  listCampaigns: { query: { search: "dent", sort: "-createdAt" } },
  createCampaign: { body: { name: "Roofers", vertical: "Home services", fallbackTargetId: ids.target } },
  getCampaign: { params: { id: ids.campaign } },
  updateCampaign: { params: { id: ids.campaign }, body: { status: "paused", payoutMicros: "21000000" } },
  archiveCampaign: { params: { id: ids.spareCampaign } },
  getCampaignTargets: { params: { id: ids.campaign } },
  putCampaignTargets: {
    params: { id: ids.campaign },
    body: { items: [{ targetId: ids.spareTarget, priority: 2, weight: 5 }, { targetId: ids.target }] },
  },
  listPublishers: {},
  createPublisher: { body: { name: "Late Night Radio" } },
  getPublisher: { params: { id: ids.publisher } },
  updatePublisher: { params: { id: ids.publisher }, body: { name: "Brighter Leads" } },
  archivePublisher: { params: { id: ids.sparePublisher } },
  listBuyers: { query: { status: "active" } },
  createBuyer: { body: { name: "Bright Smiles" } },
  getBuyer: { params: { id: ids.buyer } },
  updateBuyer: { params: { id: ids.buyer }, body: { status: "paused" } },
  archiveBuyer: { params: { id: ids.spareBuyer } },
  listTargets: { query: { buyerId: ids.buyer } },
  createTarget: {
    body: {
      name: "After hours",
      buyerId: ids.buyer,
      destination: { kind: "sip", address: "sip:desk@pbx.example.com" },
      revenueMicros: "12500000",
    },
  },
  getTarget: { params: { id: ids.target } },
  updateTarget: {
    params: { id: ids.target },
    body: { concurrencyMax: null, destination: { kind: "phone", address: "(202) 555-0151" } },
  },
  archiveTarget: { params: { id: ids.spareTarget } },
  listNumbers: { query: { search: "0100", campaignId: ids.campaign } },
  createNumber: {
    body: { number: "(202) 555-0101", carrierAccountId: ids.carrierAccount, campaignId: ids.campaign },
  },
  getNumber: { params: { id: ids.number } },
  updateNumber: { params: { id: ids.number }, body: { label: "Back page", publisherId: null } },
  removeNumber: { params: { id: ids.number } },
  listCalls: { query: { caller: "555-0142", outcome: "connected", campaignId: ids.campaign } },
  getCall: { params: { id: ids.call } },
  getRecordingMedia: { params: { id: ids.call, ref: ids.recordingRef } },
  streamBookedCalls: {},
  listTestNumbers: {},
  placeTestCall: { body: { from: "202 555 0143", numberId: ids.number } },
  getTestCall: { params: { id: ids.testCall } },
  sendTestCallDigits: { params: { id: ids.testCall }, body: { digits: "1" } },
  hangUpTestCall: { params: { id: ids.testCall } },
  streamTestCall: { params: { id: ids.testCall } },
});

/** A request that the account's owner may make. */
export const toValidRequest = (account: FurnishedAccount, id: EndpointId): Parts =>
  (toValidRequests(account) as Record<EndpointId, Parts>)[id];
