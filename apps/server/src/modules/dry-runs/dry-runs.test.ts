import type { DryRunState } from "@ccp/contract";
import { type CallEvent, createDryRun } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toTargetRow } from "#http/testing/plan-rows.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { findPlanCampaigns } from "#modules/books/find-plan-campaigns.ts";
import { asIfPublished } from "#modules/plans/as-if-published.ts";
import { putPlanDraft } from "#modules/plans/put-plan-draft.ts";
import { selectLastCalls } from "./dry-runs.store.ts";
import { readPastCalls } from "./read-past-calls.ts";
import { toShownResult } from "./to-shown-result.ts";

let testApp: TestApp;
let account: FurnishedAccount;
let other: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  other = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

type As = { id?: string; role?: "owner" | "analyst" };

const start = (body: object, { id = account.ids.plan, role = "owner" }: As = {}) =>
  sendRequest(testApp.app, "startDryRun", {
    parts: { params: { id }, body },
    headers: toBearer(account.keys[role]),
  });

const get = (dryRunId: string, id = account.ids.plan) =>
  sendRequest(testApp.app, "getDryRun", {
    parts: { params: { id, dryRunId } },
    headers: toBearer(account.keys.owner),
  });

const finish = async (id: string): Promise<DryRunState> => {
  await expect.poll(async () => (await get(id)).body.state).not.toBe("running");
  return (await get(id)).body as DryRunState;
};

const run = async (body: object): Promise<DryRunState> => finish((await start(body)).body.id);

const draft = (targetId: string) =>
  putPlanDraft({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { id: account.ids.plan, items: [toTargetRow({ targetId })], strategies: [] },
  });

/** Another call like the furnished one. */
const bookCall = async (): Promise<string> => {
  const { accountId, ids } = account;
  const sample = createSampleCall(accountId);
  const events = tellWholeCall(sample).map((event): CallEvent => {
    const { fact } = event;
    if (fact.kind === "arrived") return { ...event, fact: { ...fact, campaignId: ids.campaign } };
    if (fact.kind !== "decided" || fact.choice.kind !== "dial") return event;
    const choice = { ...fact.choice, buyerId: ids.buyer, targetId: ids.target };
    return { ...event, fact: { ...fact, choice } };
  });
  await withAccount(testApp.database.pools.drain, accountId, (tx) => bookEvents(tx, events));
  return sample.callId;
};

test("a draft with the same target keeps every call that is over, and its money", async () => {
  const { state, done, total, result } = await run({});
  expect({ state, done, total }).toEqual({ state: "done", done: 3, total: 3 });
  expect(result).toMatchObject({
    currency: "USD",
    calls: 1,
    fates: { kept: 1, moved: 0, gained: 0, lost: 0 },
    before: { revenueMicros: "30000000", payoutMicros: "20000000" },
    after: { revenueMicros: "30000000", payoutMicros: "20000000" },
    moves: [],
  });
  expect(result?.assumptions.map(({ assumption }) => assumption)).toContain("first-choice");
});

test("with other rows the calls go elsewhere, and only the last ones are asked about", async () => {
  await bookCall();
  await draft(account.ids.spareTarget);
  const one = await run({ calls: 1 });
  expect(one.result?.calls).toBe(1);
  const { result } = await run({ calls: 2 });
  expect(result).toMatchObject({
    calls: 2,
    fates: { kept: 0, moved: 2 },
    unestimated: { calls: 2, revenueMicros: "60000000" },
    after: { revenueMicros: "0" },
  });
  expect(result?.moves[0]).toMatchObject({
    from: [{ id: account.ids.target }],
    to: [{ id: account.ids.spareTarget }],
    estimate: null,
  });
  await draft(account.ids.target);
});

test("what comes of it is what the engine makes of the same calls and the same draft", async () => {
  const { accountId, ids } = account;
  const items = [toTargetRow({ targetId: ids.spareTarget }), toTargetRow({ targetId: ids.target })];
  const using = { pools: testApp.deps.pools, ctx: account.ctx };
  await putPlanDraft({ ...using, input: { id: ids.plan, items, strategies: [] } });
  const { result } = await run({});
  const { calls, draft: found } = await withAccount(testApp.deps.pools.app, accountId, async (tx) => ({
    calls: await selectLastCalls(tx, [ids.campaign], 1000),
    draft: await asIfPublished(tx, ids.plan, () => findPlanCampaigns(tx, ids.plan)),
  }));
  const past = await readPastCalls({
    pools: using.pools,
    accountId,
    calls,
    pace: () => Promise.resolve(),
    onRead: () => undefined,
  });
  const dryRun = createDryRun({
    calls: past.toReversed(),
    campaigns: Object.fromEntries((found?.campaigns ?? []).map((each) => [each.id, each])),
    today: { balances: new Map(), lists: new Map() },
  });
  dryRun.advance(dryRun.total);
  expect(past.length).toBe(2);
  expect(result).toEqual(toShownResult(dryRun.sumUp(), "USD"));
  await draft(ids.target);
});

const countAudited = async () => {
  const { rows } = await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query<{ count: string }>("select count(*) from audit_log where account_id = $1", [tx.accountId]),
  );
  return rows[0]?.count;
};

test("who may only read may try as well, and nothing of it is written down", async () => {
  const before = await countAudited();
  const { status, body } = await start({ calls: 1 }, { role: "analyst" });
  expect(status).toBe(200);
  await finish(body.id);
  expect(await countAudited()).toBe(before);
});

test("one at a time, and each plan's own by its id", async () => {
  const [first, second] = await Promise.all([start({ calls: 1 }), start({ calls: 1 })]);
  const statuses = [first.status, second.status].sort((a, b) => a - b);
  // Whichever came second found the other under way, unless that was over already.
  expect([
    [200, 200],
    [200, 409],
  ]).toContainEqual(statuses);
  const begun = first.status === 200 ? first : second;
  await finish(begun.body.id);
  expect((await get(begun.body.id, account.ids.sparePlan)).status).toBe(404);
});

test("a plan without a draft is refused, and another account's plan is unknown", async () => {
  expect((await start({}, { id: account.ids.sparePlan })).body).toMatchObject({ code: "conflict" });
  expect((await start({}, { id: other.ids.plan })).status).toBe(404);
  expect((await get(other.ids.dryRun, other.ids.plan)).status).toBe(404);
  expect((await start({ calls: 10_001 })).body).toMatchObject({ code: "invalid" });
});
