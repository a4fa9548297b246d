import type { Api, EndpointId, EndpointInput } from "@ccp/contract";
import type { FurnishedAccount } from "./furnished-account.ts";

/** The parts of a request as it is sent. */
export type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: object };

type Requests = { [Id in EndpointId]: EndpointInput<Api[Id]> };

const payout = {
  kind: "revenue-share",
  basisPoints: 6500,
  minMicros: "2000000",
  maxMicros: null,
  due: { kind: "converted" },
} as const;

/** Those to the nouns that calls are routed by. */
const toListFilter = (listId: string) => ({
  all: [{ any: [{ tag: "InboundNumber:Number" as const, operator: "in-list" as const, listId }] }],
});

const toListRule = (listId: string) => ({ name: "Known callers", filter: toListFilter(listId), payout });

const toConfigurationRequests = (ids: FurnishedAccount["ids"]) =>
  ({
    listCampaigns: { query: { search: "dent", sort: "-createdAt" } },
    createCampaign: {
      body: { name: "Roofers", vertical: "home-services", fallbackTargetId: ids.target, planId: ids.plan },
    },
    exportCampaigns: { query: { search: "dent", columns: "name,status,day" } },
    updateCampaigns: {
      body: {
        items: [{ id: ids.campaign, patch: { fallbackTargetId: ids.target, planId: ids.sparePlan } }],
      },
    },
    archiveCampaigns: { body: { ids: [ids.spareCampaign] } },
    cloneCampaign: { params: { id: ids.campaign }, body: { name: "Dentists again" } },
    getCampaign: { params: { id: ids.campaign } },
    updateCampaign: { params: { id: ids.campaign }, body: { status: "paused", payout } },
    getCampaignUsage: { params: { id: ids.campaign } },
    resetCampaignCaps: { params: { id: ids.campaign }, body: { reason: "A new contract" } },
    archiveCampaign: { params: { id: ids.spareCampaign } },
    getCampaignPayouts: { params: { id: ids.campaign } },
    putCampaignPayouts: {
      params: { id: ids.campaign },
      body: {
        items: [
          { publisherId: ids.publisher, payout },
          { publisherId: ids.sparePublisher, payout: null, rules: [toListRule(ids.valueList)] },
        ],
      },
    },
    getCampaignFacts: {
      params: { id: ids.campaign },
      body: { from: "(202) 555-0143", numberId: ids.number },
    },
    testDecision: {
      params: { id: ids.campaign },
      body: { from: "anonymous", publisherId: ids.publisher, state: "CA", attestation: "A", seed: "one" },
    },
    tryPayoutRules: {
      params: { id: ids.campaign },
      body: { publisherId: ids.publisher, from: "202 555 0142" },
    },
    listPublishers: {},
    createPublisher: { body: { name: "Late Night Radio" } },
    exportPublishers: {},
    updatePublishers: { body: { items: [{ id: ids.publisher, patch: { status: "paused" } }] } },
    archivePublishers: { body: { ids: [ids.sparePublisher] } },
    getPublisher: { params: { id: ids.publisher } },
    updatePublisher: { params: { id: ids.publisher }, body: { name: "Brighter Leads" } },
    getPublisherUsage: { params: { id: ids.publisher } },
    resetPublisherCaps: { params: { id: ids.publisher }, body: { reason: "A new contract" } },
    archivePublisher: { params: { id: ids.sparePublisher } },
    listPublisherPayouts: { params: { id: ids.publisher } },
    listBuyers: { query: { status: "active" } },
    createBuyer: { body: { name: "Bright Smiles" } },
    exportBuyers: {},
    updateBuyers: { body: { items: [{ id: ids.buyer, patch: { name: "Acme Dentists" } }] } },
    archiveBuyers: { body: { ids: [ids.spareBuyer] } },
    getBuyer: { params: { id: ids.buyer } },
    updateBuyer: { params: { id: ids.buyer }, body: { status: "paused" } },
    getBuyerUsage: { params: { id: ids.buyer } },
    resetBuyerCaps: { params: { id: ids.buyer }, body: { reason: "A new contract" } },
    archiveBuyer: { params: { id: ids.spareBuyer } },
    listTargets: { query: { buyerId: String(ids.buyer) } },
    createTarget: {
      body: {
        name: "After hours",
        buyerId: ids.buyer,
        destination: { kind: "sip", address: "sip:desk@pbx.example.com" },
        revenue: {
          kind: "tiers",
          tiers: [
            { fromSeconds: 30, micros: "10000000" },
            { fromSeconds: 90, micros: "30000000" },
          ],
        },
      },
    },
    exportTargets: { query: { buyerId: String(ids.buyer), sort: "-revenue" } },
    updateTargets: { body: { items: [{ id: ids.target, patch: { buyerId: ids.spareBuyer } }] } },
    archiveTargets: { body: { ids: [ids.spareTarget] } },
    getTarget: { params: { id: ids.target } },
    updateTarget: {
      params: { id: ids.target },
      body: {
        concurrencyMax: null,
        destination: { kind: "phone", address: "(202) 555-0151" },
        filter: toListFilter(ids.valueList),
      },
    },
    listTargetUsage: { query: { targetId: ids.target } },
    checkTarget: { params: { id: ids.target }, body: { from: "(202) 555-0143", campaignId: ids.campaign } },
    resetTargetCaps: { params: { id: ids.target }, body: { reason: "A new contract" } },
    archiveTarget: { params: { id: ids.spareTarget } },
    listNumbers: { query: { search: "0100", campaignId: ids.campaign } },
    createNumber: {
      body: { number: "(202) 555-0101", carrierAccountId: ids.carrierAccount, campaignId: ids.campaign },
    },
    exportNumbers: { query: { campaignId: ids.campaign } },
    updateNumbers: {
      body: {
        items: [
          { id: ids.number, patch: { campaignId: ids.spareCampaign, publisherId: ids.sparePublisher } },
        ],
      },
    },
    getNumber: { params: { id: ids.number } },
    updateNumber: { params: { id: ids.number }, body: { label: "Back page", publisherId: null } },
    removeNumber: { params: { id: ids.number } },
    listReferences: { query: { noun: "target", id: ids.target } },
    search: { query: { q: ids.call } },
  }) satisfies Partial<Requests>;

/** Those to what filters and blocks look callers up in. */
const toScreeningRequests = (ids: FurnishedAccount["ids"]) =>
  ({
    listValueLists: { query: { search: "callers", sort: "-valueCount" } },
    exportValueLists: { query: { status: "active" } },
    createValueList: { body: { name: "Zip codes", text: "02134\n90210" } },
    archiveValueLists: { body: { ids: [ids.spareValueList] } },
    getValueList: { params: { id: ids.valueList } },
    updateValueList: { params: { id: ids.valueList }, body: { name: "Good callers" } },
    replaceListValues: { params: { id: ids.valueList }, body: { text: "+12025550143" } },
    downloadListValues: { params: { id: ids.valueList } },
    tryFilter: { body: { filter: toListFilter(ids.valueList) } },
    listBlockedCallers: { query: { search: "0190", campaignId: ids.campaign } },
    exportBlockedCallers: { query: { kind: "number" } },
    createBlockedCaller: {
      body: { kind: "number", value: "(202) 555-0191", campaignId: ids.campaign, reason: "Spam" },
    },
    addBlockedCallers: { body: { items: [{ kind: "prefix", value: "+1900", campaignId: ids.campaign }] } },
    importBlockedCallers: { body: { text: "+12025550192\n+1901*", campaignId: ids.campaign } },
    removeBlockedCallers: { body: { ids: [ids.blockedCaller] } },
    getBlockedCaller: { params: { id: ids.blockedCaller } },
    updateBlockedCaller: { params: { id: ids.blockedCaller }, body: { reason: "Robots" } },
  }) satisfies Partial<Requests>;

/** Those to agents and their groups. */
const toAgentRequests = (ids: FurnishedAccount["ids"]) =>
  ({
    listAgents: { query: { search: "ann", skill: "Spanish" } },
    exportAgents: { query: { columns: "name,skills,wrapUp" } },
    createAgent: {
      body: { name: "Cleo", destination: { kind: "phone", address: "202 555 0162" }, skills: ["Spanish"] },
    },
    updateAgents: { body: { items: [{ id: ids.agent, patch: { wrapUpSeconds: 10 } }] } },
    archiveAgents: { body: { ids: [ids.spareAgent] } },
    listAgentStatuses: { query: { agentId: ids.agent } },
    listAgentSkills: {},
    getAgent: { params: { id: ids.agent } },
    updateAgent: { params: { id: ids.agent }, body: { name: "Ann Again" } },
    archiveAgent: { params: { id: ids.spareAgent } },
    setAgentStatus: { params: { id: ids.agent }, body: { status: "available", reason: "Back from lunch" } },
    listAgentEvents: { params: { id: ids.agent } },
    listAgentGroups: { query: { search: "support" } },
    exportAgentGroups: { query: { columns: "name,members" } },
    createAgentGroup: { body: { name: "Billing" } },
    updateAgentGroups: { body: { items: [{ id: ids.agentGroup, patch: { status: "paused" } }] } },
    archiveAgentGroups: { body: { ids: [ids.spareAgentGroup] } },
    getAgentGroup: { params: { id: ids.agentGroup } },
    updateAgentGroup: { params: { id: ids.agentGroup }, body: { name: "Late support" } },
    archiveAgentGroup: { params: { id: ids.spareAgentGroup } },
    getAgentGroupMembers: { params: { id: ids.agentGroup } },
    putAgentGroupMembers: {
      params: { id: ids.agentGroup },
      body: { items: [{ agentId: ids.spareAgent }, { agentId: ids.agent }] },
    },
  }) satisfies Partial<Requests>;

/** Those to the nouns that say who takes a call. */
const toPlanRequests = (ids: FurnishedAccount["ids"]) =>
  ({
    listTargetGroups: { query: { search: "night", strategy: "weighted" } },
    exportTargetGroups: { query: { columns: "name,strategy,members" } },
    createTargetGroup: { body: { name: "Day desks", strategy: "round-robin" } },
    updateTargetGroups: { body: { items: [{ id: ids.group, patch: { strategy: "pool" } }] } },
    archiveTargetGroups: { body: { ids: [ids.spareGroup] } },
    getTargetGroup: { params: { id: ids.group } },
    updateTargetGroup: { params: { id: ids.group }, body: { name: "Late desks" } },
    getTargetGroupUsage: { params: { id: ids.group } },
    resetTargetGroupCaps: { params: { id: ids.group }, body: { reason: "A new contract" } },
    archiveTargetGroup: { params: { id: ids.spareGroup } },
    cloneTargetGroup: { params: { id: ids.group }, body: { name: "Night desks again" } },
    getTargetGroupMembers: { params: { id: ids.group } },
    putTargetGroupMembers: {
      params: { id: ids.group },
      body: {
        items: [
          { targetId: ids.spareTarget, weight: 5 },
          { targetId: ids.target, enabled: false },
        ],
      },
    },
    listPlans: { query: { search: "dent" } },
    exportPlans: { query: { columns: "name,rows,campaigns" } },
    createPlan: { body: { name: "Weekends" } },
    updatePlans: { body: { items: [{ id: ids.plan, patch: { status: "active" } }] } },
    archivePlans: { body: { ids: [ids.sparePlan] } },
    getPlan: { params: { id: ids.plan } },
    updatePlan: { params: { id: ids.plan }, body: { name: "Dentists, all day" } },
    archivePlan: { params: { id: ids.sparePlan } },
    clonePlan: { params: { id: ids.plan }, body: { name: "Dentists once more" } },
    getPlanRows: { params: { id: ids.plan } },
    getPlanRoom: { params: { id: ids.plan }, query: { campaignId: ids.campaign } },
    putPlanRows: {
      params: { id: ids.plan },
      body: {
        strategies: [{ priority: 1, strategy: "round-robin" }],
        items: [
          { kind: "target", targetId: ids.spareTarget, priority: 2, weight: 5, ringTimeoutSeconds: 15 },
          { kind: "target", targetId: ids.target },
          { kind: "group", groupId: ids.group },
        ],
      },
    },
    getPlanDraft: { params: { id: ids.plan } },
    putPlanDraft: {
      params: { id: ids.plan },
      body: { items: [{ kind: "target", targetId: ids.spareTarget }] },
    },
    discardPlanDraft: { params: { id: ids.plan } },
    publishPlan: { params: { id: ids.plan }, body: { note: "Agreed" } },
    listPlanVersions: { params: { id: ids.plan } },
    getPlanVersion: { params: { id: ids.plan, number: 1 } },
    startDryRun: { params: { id: ids.plan }, body: { calls: 5 } },
    getDryRun: { params: { id: ids.plan, dryRunId: ids.dryRun } },
    restorePlanVersion: { params: { id: ids.plan, number: 1 }, body: {} },
  }) satisfies Partial<Requests>;

/** Those to what parties owe and have paid. */
const toMoneyRequests = (ids: FurnishedAccount["ids"]) =>
  ({
    listAdjustments: {
      query: { callId: ids.call, buyerId: String(ids.buyer), publisherId: `!${ids.publisher}` },
    },
    exportAdjustments: { query: { callId: ids.call, columns: "call,party,amount,reason" } },
    requestAdjustment: {
      body: { callId: ids.call, party: "buyer", amountMicros: "-5000000", reason: "Wrong number" },
    },
    getAdjustment: { params: { id: ids.adjustment } },
    approveAdjustment: { params: { id: ids.adjustment }, body: { note: "As agreed" } },
    rejectAdjustment: { params: { id: ids.spareAdjustment }, body: { note: "Not as agreed" } },
    voidAdjustment: { params: { id: ids.approvedAdjustment }, body: { note: "By mistake" } },
    listDocuments: { query: { buyerId: String(ids.buyer) } },
    exportDocuments: { query: { buyerId: String(ids.buyer) } },
    previewInvoice: {
      params: { id: ids.buyer },
      query: { periodFrom: "2026-01-01", periodThrough: "2026-01-31" },
    },
    previewStatement: {
      params: { id: ids.publisher },
      query: { periodFrom: "2026-01-01", periodThrough: "2026-01-31" },
    },
    issueDocument: {
      body: { buyerId: ids.buyer, periodFrom: "2026-01-01", periodThrough: "2026-01-31" },
    },
    getDocument: { params: { id: ids.document } },
    listDocumentLines: { params: { id: ids.document } },
    exportDocumentLines: { params: { id: ids.document } },
    getDocumentPdf: { params: { id: ids.document } },
    voidDocument: { params: { id: ids.document }, body: { note: "Wrong period" } },
    listPayments: { query: { buyerId: String(ids.buyer), publisherId: `!${ids.publisher}` } },
    exportPayments: { query: { columns: "paidOn,party,amount" } },
    recordPayment: {
      body: {
        buyerId: ids.buyer,
        amountMicros: "100000000",
        reference: "Wire 17",
        idempotencyKey: "wire-17",
      },
    },
    getPayment: { params: { id: ids.payment } },
    voidPayment: { params: { id: ids.payment }, body: { note: "Bounced" } },
    getBuyerBalance: { params: { id: ids.buyer } },
    getPublisherBalance: { params: { id: ids.publisher } },
  }) satisfies Partial<Requests>;

/** One for each entry of the table; an entry without one does not compile. */
const toValidRequests = ({ ids }: FurnishedAccount): Requests => ({
  ...toConfigurationRequests(ids),
  ...toScreeningRequests(ids),
  ...toPlanRequests(ids),
  ...toAgentRequests(ids),
  ...toMoneyRequests(ids),
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
  connectSimulator: {},
  updateCarrierAccount: {
    params: { id: ids.spareCarrierAccount },
    body: { name: "Second", authToken: "0123456789abcdef" },
  },
  removeCarrierAccount: { params: { id: ids.spareCarrierAccount } },
  verifyCarrierAccount: { params: { id: ids.carrierAccount } },
  getSetUp: {},
  setUp: {
    body: {
      token: "0123456789abcdef0123456789abcdef",
      accountName: "Acme",
      timeZone: "America/Chicago",
      currency: "USD",
      name: "Olga",
      email: "first@accounts.example",
      password: "correct horse battery staple",
    },
  },
  changePassword: { body: { currentPassword: null, newPassword: "correct horse battery staple" } },
  getAccount: {},
  updateAccount: { body: { name: "Acme Calls", isChecklistHidden: true } },
  listUsers: {},
  createUser: { body: { email: `new@${ids.campaign}.example`, name: "Nora New" } },
  updateUser: { params: { id: ids.spareUser }, body: { name: "Simon Spare" } },
  removeUser: { params: { id: ids.spareUser } },
  createSignInLink: { params: { id: ids.spareUser } },
  getChecklist: {},
  getDemo: {},
  loadDemo: {},
  removeDemo: {},
  setDemoTraffic: { body: { traffic: "paused" } },
  exportAudit: { query: { noun: "campaign,target", columns: "at,actor,nounName" } },
  listAudit: { query: { noun: "!session", actor: "user,api-key" } },
  listQuarantinedEvents: {},
  replayQuarantinedEvent: { params: { id: ids.quarantinedEvent } },
  listCalls: { query: { caller: "555-0142", outcome: "connected", campaignId: ids.campaign } },
  exportCalls: { query: { campaignId: ids.campaign, columns: "time,caller,target,revenue" } },
  countCalls: { query: { targetId: ids.target, hasRecording: "true" } },
  listLiveCalls: {},
  getCall: { params: { id: ids.call } },
  hangUpCall: { params: { id: ids.liveCall } },
  reportConversion: { body: { callId: ids.call, idempotencyKey: "sale-1", micros: "12000000" } },
  getRecordingMedia: { params: { id: ids.call, ref: ids.recordingRef } },
  streamBookedCalls: {},
  getDashboard: { query: { campaignId: ids.campaign, buyerId: String(ids.buyer) } },
  listNounFigures: { query: { by: "campaign", ids: ids.campaign } },
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
