import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { approveAdjustment } from "#modules/adjustments/approve-adjustment.ts";
import { requestAdjustment } from "#modules/adjustments/request-adjustment.ts";
import { createBlockedCaller } from "#modules/blocked-callers/create-blocked-caller.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { createCampaign } from "#modules/campaigns/create-campaign.ts";
import { putCampaignPayouts } from "#modules/campaigns/put-campaign-payouts.ts";
import { issueDocument } from "#modules/documents/issue-document.ts";
import { createNumber } from "#modules/numbers/create-number.ts";
import { putPlanRows } from "#modules/plans/put-plan-rows.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { createTarget } from "#modules/targets/create-target.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { placeTestCall } from "#modules/test-calls/place-test-call.ts";
import { toTargetRow } from "#http/testing/plan-rows.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { getDemo } from "./get-demo.ts";
import { loadDemo } from "./load-demo.ts";
import { removeDemo } from "./remove-demo.ts";
import { setDemoTraffic } from "./set-demo-traffic.ts";
import {
  book,
  type CallPlace,
  countRows,
  type DemoIds,
  readDemoIds,
  readTables,
  storeBook,
  tellCall,
} from "./testing/demo-world.ts";
import { campaignBody, targetBody } from "./testing/own-bodies.ts";

let testApp: TestApp;
let account: TestAccount;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

const verb = () => ({ deps: testApp.deps, ctx: account.ctx });

/** The demonstration in a fresh account. */
const load = async (): Promise<DemoIds> => {
  account = await createTestAccount(testApp.deps.pools);
  await loadDemo(verb());
  return readDemoIds(testApp, account.accountId);
};

const toPlace = (demo: DemoIds, bookRevision: number, numberIndex = 0): CallPlace => ({
  numberId: demo.numbers[numberIndex]?.id ?? 0,
  campaignId: demo.campaign,
  publisherId: demo.publisher,
  targetId: demo.target,
  buyerId: demo.buyer,
  bookRevision,
});

/** An adjustment of one of its calls, and an invoice to one of its buyers. */
const settleMoney = async (callId: string, buyerId: number): Promise<void> => {
  const using = { pools: testApp.deps.pools, ctx: account.ctx, now: Date.now() };
  const asked = { callId, party: "buyer", amountMicros: "1000000", reason: "Paid late" } as const;
  const { id } = await requestAdjustment({ ...using, input: asked });
  await approveAdjustment({ ...using, input: { id } });
  const period = { periodFrom: "2025-12-01", periodThrough: "2026-01-31" };
  await issueDocument({ ...using, input: { buyerId, ...period } });
};

/** Everything that leaves rows of the demonstration behind: calls, money, changes, test calls, faults. */
const useDemo = async (demo: DemoIds): Promise<void> => {
  const { accountId, ctx } = account;
  const { pools } = testApp.deps;
  const revision = await storeBook(testApp, accountId);
  const calls = Array.from({ length: 7 }, (_, index) =>
    tellCall(accountId, toPlace(demo, revision, index % 5)),
  );
  await book(
    testApp,
    accountId,
    calls.flatMap(({ events }) => events),
  );
  await settleMoney(calls[0]?.call.callId ?? "", demo.buyer);
  await updateTarget({ pools, ctx, input: { id: demo.target, patch: { concurrencyMax: 9 } } });
  await storeBook(testApp, accountId);
  const input = {
    from: "+12025550142",
    numberId: demo.numbers[0]?.id ?? 0,
    script: { hangUpAfterSeconds: null, attempts: [] },
  };
  await placeTestCall({ pools, ctx, simulatorUrl: testApp.simulator.url, input });
  await setDemoTraffic({ ...verb(), input: { traffic: "paused" } });
  await withAccount(pools.app, accountId, (tx) =>
    tx.query(
      "insert into quarantined_events (account_id, event, error) values ($1, to_jsonb($2::text), 'a fault')",
      [accountId, JSON.stringify(calls[0]?.events[0])],
    ),
  );
};

/** The one row that tells that there was a demonstration, and what keeps late words about its calls from being booked. */
const withTraces = (counts: Record<string, number>, tombstones: number) => ({
  ...counts,
  audit_log: (counts["audit_log"] ?? 0) + 1,
  demo_tombstones: tombstones,
});

test("loading and removing leave an account as it was, but for the audit row of the removal", async () => {
  account = await createTestAccount(testApp.deps.pools);
  const { accountId } = account;
  await storeBook(testApp, accountId);
  const before = await readTables(testApp, accountId);
  await loadDemo(verb());
  const demo = await readDemoIds(testApp, accountId);
  await useDemo(demo);
  expect((await getDemo(verb())).counts).toEqual({
    campaigns: 3,
    numbers: 5,
    publishers: 3,
    buyers: 7,
    targets: 9,
    calls: 7,
  });

  const left = await removeDemo(verb());
  expect(left).toMatchObject({
    isLoaded: false,
    traffic: null,
    canLoad: true,
    counts: { calls: 0, targets: 0 },
  });
  const after = await readTables(testApp, accountId);
  expect(countRows(after)).toEqual(withTraces(countRows(before), 7 + 5));
  const { audit_log: log = [], accounts: _account, demo_tombstones: _tombstones, ...rest } = after;
  const { audit_log: logBefore, accounts: _before, demo_tombstones: _none, ...restBefore } = before;
  expect(rest).toEqual(restBefore);
  expect(log).toEqual(expect.arrayContaining(logBefore ?? []));
  expect(log.filter(({ noun }) => noun === "demo")).toMatchObject([{ action: "remove" }]);
});

/** One's own nouns that lead to the demonstration in every way they can. */
const makeOwn = async (demo: DemoIds) => {
  const using = { pools: testApp.deps.pools, ctx: account.ctx };
  const publisher = await createPublisher({ ...using, input: { name: "Own publisher", status: "active" } });
  const buyer = await createBuyer({
    ...using,
    input: { name: "Own buyer", status: "active", repeatCallers: null },
  });
  const target = await createTarget({
    ...using,
    input: { ...targetBody, name: "Own target", buyerId: buyer.id },
  });
  const guest = await createTarget({
    ...using,
    input: { ...targetBody, name: "Guest", buyerId: demo.buyer },
  });
  const campaign = await createCampaign({
    ...using,
    input: { ...campaignBody, payoutRules: [], name: "Own campaign", fallbackTargetId: demo.target },
  });
  const items = [demo.target, target.id].map((targetId) => toTargetRow({ targetId }));
  await putPlanRows({ ...using, input: { id: campaign.plan.id, items, strategies: [], note: "" } });
  const terms = [demo.publisher, publisher.id].map((publisherId) => ({
    publisherId,
    rules: [],
    payout: campaignBody.payout,
    enabled: true,
  }));
  for (const id of [campaign.id, demo.campaign]) {
    await putCampaignPayouts({ ...using, input: { id, items: terms } });
  }
  const numberBody = { carrierAccountId: account.carrierAccount.id, label: "", status: "active" } as const;
  const strayed = await createNumber({
    ...using,
    input: { ...numberBody, number: "+12025550160", campaignId: demo.campaign, publisherId: demo.publisher },
  });
  const number = await createNumber({
    ...using,
    input: { ...numberBody, number: "+12025550161", campaignId: campaign.id, publisherId: publisher.id },
  });
  for (const campaignId of [demo.campaign, campaign.id, null]) {
    const value = "+12025550170";
    const input = { kind: "number", value, campaignId, reason: "", expiresAt: null } as const;
    await createBlockedCaller({ ...using, input });
  }
  return { publisher, buyer, target, guest, campaign, strayed, number };
};

const ofCalls = (tables: Awaited<ReturnType<typeof readTables>>, ids: readonly string[]) => ({
  calls: tables["calls"]?.filter(({ id }) => ids.includes(String(id))),
  events: tables["call_events"]?.filter((row) => ids.includes(String(row["call_id"]))),
  transfers: tables["ledger_transfers"]?.filter((row) => ids.includes(String(row["call_id"]))),
});

test("one's own nouns stay without their ways into the demonstration, and one's own calls to the micro", async () => {
  const demo = await load();
  const { accountId } = account;
  const own = await makeOwn(demo);
  const revision = await storeBook(testApp, accountId);
  const place = { ...toPlace(demo, revision), campaignId: own.campaign.id, publisherId: own.publisher.id };
  const ownCalls = [own.number.id, own.strayed.id].map((numberId) =>
    tellCall(accountId, { ...place, numberId }),
  );
  await book(
    testApp,
    accountId,
    ownCalls.flatMap(({ events }) => events),
  );
  await useDemo(demo);
  const ids = ownCalls.map(({ call }) => call.callId);
  const before = ofCalls(await readTables(testApp, accountId), ids);
  expect(before.transfers?.length).toBeGreaterThan(0);

  await removeDemo(verb());
  const after = await readTables(testApp, accountId);
  expect(ofCalls(after, ids)).toEqual(before);
  expect(countRows(after)).toMatchObject({
    calls: 2,
    campaigns: 1,
    campaign_payouts: 1,
    plans: 1,
    plan_rows: 1,
    numbers: 2,
    publishers: 1,
    targets: 2,
    // The guest's buyer has become one's own.
    buyers: 2,
    carrier_accounts: 1,
    blocked_callers: 2,
    demo_rows: 0,
    quarantined_events: 0,
  });
  expect(after["campaigns"]).toMatchObject([{ id: own.campaign.id, fallback_target_id: null }]);
  expect(after["plan_rows"]).toMatchObject([{ target_id: own.target.id }]);
  const numbers = after["numbers"]?.map(({ id, campaign_id, publisher_id }) => ({
    id,
    campaign_id,
    publisher_id,
  }));
  expect(numbers).toEqual(
    expect.arrayContaining([
      { id: own.strayed.id, campaign_id: null, publisher_id: null },
      { id: own.number.id, campaign_id: own.campaign.id, publisher_id: own.publisher.id },
    ]),
  );
  // The book that explains one's own calls stays; the others that name the demonstration are gone.
  expect(after["books"]?.map((row) => row["revision"])).toEqual([revision]);
  expect(after["audit_log"]?.find(({ noun }) => noun === "demo")?.["after"]).toMatchObject({
    kept: [{ noun: "buyer", id: String(demo.buyer) }],
    unlinked: expect.arrayContaining([{ noun: "number", id: String(own.strayed.id), name: "+12025550160" }]),
  });
});

test("whatever is told late of a removed call is not booked, and what is told of one's own is", async () => {
  const demo = await load();
  const { accountId } = account;
  const own = await makeOwn(demo);
  const place = toPlace(demo, 1);
  const removed = tellCall(accountId, place);
  const ownCall = tellCall(accountId, { ...place, numberId: own.number.id }, (call) => call.start());
  await book(testApp, accountId, [...removed.events, ...ownCall.events]);
  const [arrival, ...later] = tellCall(accountId, place).events;
  await removeDemo(verb());
  const before = countRows(await readTables(testApp, accountId));

  // A journal that is read once more, a callback and a timer that come late, a call that nobody had booked yet.
  await book(testApp, accountId, removed.events);
  const recording = {
    kind: "recording",
    ref: "RE1",
    status: "completed",
    url: null,
    seconds: 9,
    channels: 2,
  } as const;
  await book(testApp, accountId, [removed.call.tell(99_000, recording), removed.call.converted(99_000)]);
  await book(testApp, accountId, arrival === undefined ? [] : [arrival]);
  await book(testApp, accountId, later);
  const { call_events: events = 0, demo_tombstones: tombstones = 0 } = before;
  expect(countRows(await readTables(testApp, accountId))).toEqual({
    ...before,
    demo_tombstones: tombstones + 1,
  });

  await book(testApp, accountId, [ownCall.call.leg(500, "ringing")]);
  expect(countRows(await readTables(testApp, accountId))).toMatchObject({
    calls: 1,
    call_events: events + 1,
  });
});

test("a removal in the midst of calls hangs them up, waits for their end, and leaves nothing of them", async () => {
  const ended: string[] = [];
  const listeners = new Set<() => void>();
  const demo = await load();
  const { accountId } = account;
  const open = tellCall(accountId, toPlace(demo, 1), (call) => [
    ...call.start(),
    call.leg(500, "in-progress"),
  ]);
  await book(testApp, accountId, open.events);
  const client = testApp.deps.findCarrierClient(accountId, 1);
  if (client === undefined) throw new Error("The test's client is missing.");
  const tellEnd = async (): Promise<void> => {
    const { call } = open;
    await book(testApp, accountId, [
      call.leg(9_000, "completed", { seconds: 8 }),
      call.caller(9_100, "completed"),
    ]);
    for (const listener of listeners) listener();
  };
  const deps: typeof testApp.deps = {
    ...testApp.deps,
    subscribe: (_accountId, send) => {
      const listener = () => send({ bookedSeq: 1, callIds: [] });
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    findCarrierClient: () => ({
      ...client,
      endCall: (ref) => {
        ended.push(ref);
        void tellEnd();
        return Promise.resolve();
      },
    }),
  };
  await removeDemo({ deps, ctx: account.ctx });
  expect(ended).toHaveLength(1);
  expect(listeners.size).toBe(0);
  expect(countRows(await readTables(testApp, accountId))).toMatchObject({
    calls: 0,
    call_events: 0,
    ledger_transfers: 0,
  });
});

test("one account's removal leaves another's demonstration alone, and facts go by no other way", async () => {
  const theirs = await load();
  const { accountId: theirId } = account;
  await book(testApp, theirId, tellCall(theirId, toPlace(theirs, 1)).events);
  const before = await readTables(testApp, theirId);
  await load();
  await removeDemo(verb());
  expect(await readTables(testApp, theirId)).toEqual(before);

  const refused = (sql: string) => withAccount(testApp.deps.pools.app, theirId, (tx) => tx.query(sql));
  await expect(refused("delete from call_events")).rejects.toThrow("permission denied");
  await expect(refused("reset app.account; select remove_demo_calls(9)")).rejects.toThrow(
    "No account is set",
  );
});

test("the demonstration goes into an empty account only, once, and is removed once", async () => {
  await load();
  await expect(loadDemo(verb())).rejects.toMatchObject({ code: "conflict" });
  await removeDemo(verb());
  await expect(removeDemo(verb())).rejects.toMatchObject({ code: "conflict" });
  await expect(setDemoTraffic({ ...verb(), input: { traffic: "running" } })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await loadDemo(verb())).toMatchObject({ isLoaded: true, traffic: "running" });
});

test("without a simulated carrier of one's own the demonstration brings one, and takes it along again", async () => {
  account = await createTestAccount(testApp.deps.pools);
  const { accountId } = account;
  await withAccount(testApp.deps.pools.app, accountId, async (tx) => {
    await tx.query("delete from carrier_accounts");
  });
  await loadDemo(verb());
  expect(countRows(await readTables(testApp, accountId))).toMatchObject({
    carrier_accounts: 1,
    demo_rows: 31,
  });
  await removeDemo(verb());
  expect(countRows(await readTables(testApp, accountId))).toMatchObject({ carrier_accounts: 0 });
});

test("with a real carrier there is no demonstration to load or to run", async () => {
  account = await createTestAccount(testApp.deps.pools);
  const deps = { ...testApp.deps, simulatorUrl: null };
  await expect(loadDemo({ deps, ctx: account.ctx })).rejects.toMatchObject({ code: "unavailable" });
  expect(await getDemo({ deps, ctx: account.ctx })).toMatchObject({ canLoad: false, canRun: false });
});
