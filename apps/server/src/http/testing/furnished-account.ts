import { randomUUID } from "node:crypto";
import type { Role } from "@ccp/contract";
import { type CallEvent, type CallFact, noRepeatRules, toEventKey } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { createApiKey } from "#modules/accounts/create-api-key.ts";
import { approveAdjustment } from "#modules/adjustments/approve-adjustment.ts";
import { requestAdjustment } from "#modules/adjustments/request-adjustment.ts";
import { createBlockedCaller } from "#modules/blocked-callers/create-blocked-caller.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { createCampaign } from "#modules/campaigns/create-campaign.ts";
import { putCampaignPayouts } from "#modules/campaigns/put-campaign-payouts.ts";
import { createCarrierAccount } from "#modules/accounts/create-carrier-account.ts";
import { startDryRun } from "#modules/dry-runs/start-dry-run.ts";
import { issueDocument } from "#modules/documents/issue-document.ts";
import { createNumber } from "#modules/numbers/create-number.ts";
import { createPlan } from "#modules/plans/create-plan.ts";
import { putPlanDraft } from "#modules/plans/put-plan-draft.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { recordPayment } from "#modules/payments/record-payment.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { createTargetGroup } from "#modules/target-groups/create-target-group.ts";
import { createTarget } from "#modules/targets/create-target.ts";
import { placeTestCall } from "#modules/test-calls/place-test-call.ts";
import { createValueList } from "#modules/value-lists/create-value-list.ts";
import { createUser } from "#modules/users/create-user.ts";
import { createTestAccount } from "#testing/test-account.ts";
import type { Pools } from "#db/client.ts";
import { furnishAgents } from "./furnish-agents.ts";
import { toGroupRow, toTargetRow } from "./plan-rows.ts";
import type { TestApp } from "./test-app.ts";

const createCampaignBody = {
  vertical: "home-services",
  country: "US",
  timeZone: "America/New_York",
  status: "active",
  dialAttemptsMax: 3,
  recoveryMax: null,
  decisionTimeoutSeconds: null,
  fallbackAnswer: null,
  ringTimeoutSeconds: 25,
  timeLimitSeconds: 3600,
  recording: "from-answer",
  callerId: "caller",
  apology: "Nobody is free.",
  payout: { kind: "fixed", micros: "20000000", due: { kind: "length", seconds: 60 } },
  fallbackTargetId: null,
  attestations: null,
  repeats: noRepeatRules,
} as const;

const createTargetBody = {
  status: "active",
  caps: [] as never[],
  concurrencyMax: 3,
  ringTimeoutSeconds: null,
  revenue: {
    kind: "fixed",
    micros: "30000000",
    conversion: { kind: "length", seconds: 30, from: "connection" },
  },
  hours: null,
  filter: null,
  repeatCallers: null,
  timeZone: null,
} as const;

/** An account with one of everything in use, and one of everything that nothing uses. */
export type FurnishedAccount = Awaited<ReturnType<typeof furnishAccount>>;

/** Books a call that is over, and one that rings. */
const bookCalls = async (
  { database }: TestApp,
  call: {
    accountId: string;
    campaignId: string;
    publisherId: string;
    buyerId: number;
    targetId: string;
    numberId: number;
    carrierAccountId: number;
  },
) => {
  const sample = createSampleCall(call.accountId);
  const recording: CallFact = {
    kind: "recording",
    ref: "REc0ffee",
    status: "completed",
    url: null,
    seconds: 90,
    channels: 2,
  };
  const { campaignId, publisherId, numberId, carrierAccountId, buyerId, targetId } = call;
  const liveSample = createSampleCall(call.accountId);
  const live = [...liveSample.start(), liveSample.leg(500, "ringing")];
  const events = [...tellWholeCall(sample), sample.tell(96_000, recording), ...live].map((event) => {
    const { fact } = event;
    if (fact.kind === "arrived") {
      return { ...event, fact: { ...fact, campaignId, publisherId, numberId, carrierAccountId } };
    }
    if (fact.kind !== "decided" || fact.choice.kind !== "dial") return event;
    return { ...event, fact: { ...fact, choice: { ...fact.choice, buyerId, targetId } } };
  });
  if (events.some(({ key, fact }) => key !== toEventKey(fact)))
    throw new Error("A key does not fit its fact.");
  await withAccount(database.pools.drain, call.accountId, (tx) => bookEvents(tx, events));
  return { callId: sample.callId, liveCallId: liveSample.callId, recordingRef: recording.ref };
};

/** Has a plan list a target and a group, beside a plan and a group that nothing uses. */
const configurePlans = async (
  using: { pools: Pools; ctx: Context },
  { plan, target, tag }: { plan: string; target: string; tag: string },
) => {
  const makeGroup = (name: string) =>
    createTargetGroup({
      ...using,
      input: { name, status: "active", strategy: "weighted", expectation: null },
    });
  const group = await makeGroup(`Night desks ${tag}`);
  const spareGroup = await makeGroup(`Spare group ${tag}`);
  const items = [toTargetRow({ targetId: target }), toGroupRow({ groupId: group.id, priority: 2 })];
  await putPlanRows({ ...using, input: { id: plan, items, strategies: [], note: `First ${tag}` } });
  await putPlanDraft({
    ...using,
    input: { id: plan, items: [toTargetRow({ targetId: target })], strategies: [] },
  });
  const sparePlan = await createPlan({ ...using, input: { name: `Spare plan ${tag}` } });
  return { group: group.id, spareGroup: spareGroup.id, sparePlan: sparePlan.id };
};

/** Ids of the nouns that calls are routed by. */
const configure = async (
  testApp: TestApp,
  { ctx, carrierAccountId, tag }: { ctx: Context; carrierAccountId: number; tag: string },
) => {
  const using = { pools: testApp.deps.pools, ctx };
  const buyer = await createBuyer({
    ...using,
    input: { name: `Acme Dental ${tag}`, status: "active", repeatCallers: null },
  });
  const spareBuyer = await createBuyer({
    ...using,
    input: { name: `Spare buyer ${tag}`, status: "active", repeatCallers: null },
  });
  const makeTarget = (name: string) =>
    createTarget({
      ...using,
      input: {
        ...createTargetBody,
        name,
        buyerId: buyer.id,
        destination: { kind: "phone", address: "+12025550150" },
      },
    });
  const target = await makeTarget(`Acme front desk ${tag}`);
  const spareTarget = await makeTarget(`Spare target ${tag}`);
  const publisher = await createPublisher({
    ...using,
    input: { name: `Bright Leads ${tag}`, status: "active" },
  });
  const sparePublisher = await createPublisher({
    ...using,
    input: { name: `Spare publisher ${tag}`, status: "active" },
  });
  const makeCampaign = (name: string) =>
    createCampaign({ ...using, input: { ...createCampaignBody, payoutRules: [], name } });
  const campaign = await makeCampaign(`Dentists ${tag}`);
  const spareCampaign = await makeCampaign(`Spare campaign ${tag}`);
  const agents = await furnishAgents(using, tag);
  const plans = await configurePlans(using, { plan: campaign.plan.id, target: target.id, tag });
  await putCampaignPayouts({
    ...using,
    input: {
      id: campaign.id,
      items: [{ publisherId: publisher.id, payout: createCampaignBody.payout, rules: [], enabled: true }],
    },
  });
  const number = await createNumber({
    ...using,
    input: {
      number: "+12025550100",
      carrierAccountId,
      label: `Front page ${tag}`,
      status: "active",
      campaignId: campaign.id,
      publisherId: publisher.id,
    },
  });
  const blockedCaller = await createBlockedCaller({
    ...using,
    input: {
      kind: "number",
      value: "+12025550190",
      campaignId: campaign.id,
      reason: `Spam ${tag}`,
      expiresAt: null,
    },
  });
  const makeList = async (name: string) =>
    (await createValueList({ ...using, input: { name: `${name} ${tag}`, text: "+12025550142" } })).id;
  return {
    valueList: await makeList("Known callers"),
    spareValueList: await makeList("Spare list"),
    blockedCaller: blockedCaller.id,
    buyer: buyer.id,
    spareBuyer: spareBuyer.id,
    target: target.id,
    spareTarget: spareTarget.id,
    publisher: publisher.id,
    sparePublisher: sparePublisher.id,
    campaign: campaign.id,
    spareCampaign: spareCampaign.id,
    plan: campaign.plan.id,
    ...plans,
    ...agents,
    number: number.id,
  };
};

/** One adjustment that waits, another that can be rejected, one that is approved; a payment and a document. */
const bookMoney = async (
  { deps: { pools } }: TestApp,
  ctx: Context,
  ids: { callId: string; buyerId: number },
) => {
  const using = { pools, ctx };
  const { callId, buyerId } = ids;
  const ask = async (reason: string) => {
    const input = { callId, party: "buyer", amountMicros: "1000000", reason } as const;
    return (await requestAdjustment({ ...using, input, now: Date.now() })).id;
  };
  const approvedAdjustment = await ask("Paid late");
  await approveAdjustment({ ...using, input: { id: approvedAdjustment }, now: Date.now() });
  const period = { periodFrom: "2025-12-01", periodThrough: "2025-12-31" };
  const paid = { amountMicros: "5000000", reference: "Wire 16", note: "", idempotencyKey: "wire-16" };
  const payment = await recordPayment({ ...using, input: { ...paid, buyerId }, now: Date.now() });
  const document = await issueDocument({ ...using, input: { buyerId, ...period }, now: Date.now() });
  return {
    adjustment: await ask("Agreed by phone"),
    spareAdjustment: await ask("Asked for twice"),
    approvedAdjustment,
    document: document.id,
    payment: payment.id,
  };
};

/** An event that was set aside for a reason that is gone. */
const setEventAside = async ({ deps }: TestApp, accountId: string, callId: string): Promise<number> => {
  const fact = { kind: "converted", attempt: 1 } as const;
  const event: CallEvent = { key: toEventKey(fact), accountId, callId, at: Date.now(), fact };
  const { rows } = await withAccount(deps.pools.app, accountId, (tx) =>
    tx.query<{ id: string }>(
      `insert into quarantined_events (account_id, event, error)
       values ($1, to_jsonb($2::text), 'a passing fault') returning id`,
      [accountId, JSON.stringify(event)],
    ),
  );
  return Number(rows[0]?.id);
};

/** One that no number belongs to. */
const connectSpareCarrier = async ({ deps }: TestApp, ctx: Context, tag: string): Promise<number> => {
  const input = {
    carrier: "twilio",
    name: `Spare carrier account ${tag}`,
    accountRef: `AC${randomUUID().replaceAll("-", "")}`,
    authToken: "0123456789abcdef",
  } as const;
  return (await createCarrierAccount({ pools: deps.pools, sealer: deps.sealer, ctx, input })).id;
};

/** Somebody who can be removed without leaving the account to nobody. */
const addSpareUser = async ({ deps }: TestApp, ctx: Context, tag: string): Promise<number> => {
  const input = {
    email: `spare@${ctx.accountId}.example`,
    name: `Spare user ${tag}`,
    role: "admin",
  } as const;
  const { user } = await createUser({ pools: deps.pools, ctx, input, publicUrl: deps.publicUrl });
  return user.id;
};

export const furnishAccount = async (testApp: TestApp) => {
  const { pools } = testApp.deps;
  const { accountId, ctx, carrierAccount } = await createTestAccount(pools);
  const using = { pools, ctx };
  // Stands in every name, so that a name in the wrong hands is recognised.
  const tag = accountId.slice(0, 8);
  const makeKey = (role: Role) => createApiKey({ ...using, input: { name: `${role} ${tag}`, role } });
  const owner = await makeKey("owner");
  const configuration = await configure(testApp, { ctx, carrierAccountId: carrierAccount.id, tag });
  const { campaign, publisher, buyer, target, number } = configuration;
  const { callId, liveCallId, recordingRef } = await bookCalls(testApp, {
    accountId,
    campaignId: campaign,
    publisherId: publisher,
    buyerId: buyer,
    targetId: target,
    numberId: number,
    carrierAccountId: carrierAccount.id,
  });
  const testCall = await placeTestCall({
    ...using,
    simulatorUrl: testApp.simulator.url,
    input: { from: "+12025550142", numberId: number, script: { hangUpAfterSeconds: null, attempts: [] } },
  });
  return {
    accountId,
    /** By which anything of this account is recognised. */
    marks: [tag, carrierAccount.accountRef],
    ctx,
    carrierAccount,
    keys: {
      owner: owner.key,
      manager: (await makeKey("manager")).key,
      analyst: (await makeKey("analyst")).key,
    },
    ids: {
      apiKey: owner.id,
      spareApiKey: (await makeKey("analyst")).id,
      carrierAccount: carrierAccount.id,
      spareCarrierAccount: await connectSpareCarrier(testApp, ctx, tag),
      user: Number(ctx.actor.id),
      spareUser: await addSpareUser(testApp, ctx, tag),
      ...configuration,
      call: callId,
      liveCall: liveCallId,
      recordingRef,
      testCall: testCall.id,
      ...(await bookMoney(testApp, ctx, { callId, buyerId: buyer })),
      dryRun: (await startDryRun({ ...testApp.deps, ctx, input: { id: configuration.plan, calls: 5 } })).id,
      quarantinedEvent: await setEventAside(testApp, accountId, callId),
    },
  };
};
