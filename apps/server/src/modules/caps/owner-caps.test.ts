import { listCounters, type Caps } from "@ccp/engine";
import type { EndpointId } from "@ccp/contract";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { compileBook } from "#modules/books/compile-book.ts";

// The held clock begins at midnight UTC on Thursday 1 January 2026.
const clock = createHeldClock();
const capacity = createMemoryCapacity(clock);

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp({ capacity, clock });
});

beforeEach(async () => {
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const send = (
  endpoint: EndpointId,
  parts: Partial<Record<"params" | "body" | "query", Record<string, unknown>>>,
) => sendRequest(testApp.app, endpoint, { parts, headers: toBearer(account.keys.manager) });

const strict = { on: "revenue", period: "day", micros: "900000000" } as const;
const atConversion = { ...strict, mode: "at-conversion" } as const;

const byReport = { kind: "fixed", micros: "5000000", conversion: { kind: "webhook" } } as const;

const owners = [
  { scope: "target-group", id: "group", update: "updateTargetGroup", usage: "getTargetGroupUsage" },
  { scope: "buyer", id: "buyer", update: "updateBuyer", usage: "getBuyerUsage" },
  { scope: "campaign", id: "campaign", update: "updateCampaign", usage: "getCampaignUsage" },
] as const;

test.each(owners)("the caps of a $scope are kept, read back, counted and reset", async (owner) => {
  const { scope, update, usage } = owner;
  const id = account.ids[owner.id];
  const caps = [{ on: "connected", period: "day", limit: 50 }, atConversion] as const;
  const { body: noun } = await send(update, { params: { id }, body: { caps } });
  expect(noun).toMatchObject({ caps });
  const timeZone = (await send(usage, { params: { id } })).body.timeZone;
  const count = (generation: number) => {
    const owned: Caps = { list: caps, generation, timeZone };
    const [calls = "", money = ""] = listCounters({ scope, id: String(id) }, owned, clock.now());
    const counts = new Map([
      [calls, 12n],
      [money, 950_000_000n],
    ]);
    return capacity.note(account.accountId, { counts, marks: new Map() }, []);
  };
  await count(1);
  const read = async () => (await send(usage, { params: { id } })).body.caps;
  expect(await read()).toMatchObject([
    { on: "connected", limit: 50, used: 12 },
    { on: "revenue", micros: "900000000", used: "950000000" },
  ]);
  const reset = usage.replace("get", "reset").replace("Usage", "Caps") as EndpointId;
  expect((await send(reset, { params: { id }, body: { version: noun.version - 1 } })).body.code).toBe(
    "stale",
  );
  await send(reset, { params: { id }, body: { version: noun.version, reason: "A new contract" } });
  expect((await read()).map(({ used }: { used: unknown }) => used)).toEqual([0, "0"]);
  const { body } = await sendRequest(testApp.app, "listAudit", {
    parts: { query: { noun: scope, action: "reset-caps" } },
    headers: toBearer(account.keys.owner),
  });
  expect(body.items[0]).toMatchObject({ nounId: String(id), after: { reason: "A new contract" } });
});

test("a publisher's caps are on payouts only", async () => {
  const { publisher: id } = account.ids;
  const caps = [{ on: "payout", period: "month", micros: "500000000" }];
  expect((await send("updatePublisher", { params: { id }, body: { caps } })).body).toMatchObject({ caps });
  const refused = await send("updatePublisher", { params: { id }, body: { caps: [strict] } });
  expect(refused.status).toBe(400);
  expect(refused.body.details[0].path).toMatch(/^body\.caps\.0/);
});

test("what every owner takes stands in the book, on each one's clock", async () => {
  const { buyer, group, campaign, publisher, target } = account.ids;
  const caps = [atConversion];
  await send("updateBuyer", { params: { id: buyer }, body: { caps, concurrencyMax: 9 } });
  await send("updateTargetGroup", { params: { id: group }, body: { caps, concurrencyMax: 5 } });
  await send("updateCampaign", { params: { id: campaign }, body: { caps, timeZone: "Asia/Tokyo" } });
  const payoutCaps = [{ on: "payout", period: "day", micros: "1" }];
  await send("updatePublisher", { params: { id: publisher }, body: { caps: payoutCaps } });
  const rate = { calls: 3, per: "minute" };
  await send("updateTarget", { params: { id: target }, body: { rate } });
  await send("putTargetGroupMembers", { params: { id: group }, body: { items: [{ targetId: target }] } });
  const { sealer, pools } = testApp.deps;
  const compiled = await withAccount(pools.app, account.accountId, (tx) =>
    compileBook(tx, { sealer, log: pino({ level: "silent" }), snapshot: { find: () => undefined } }),
  );
  const found = compiled?.entry.book.campaigns[campaign];
  expect(found).toMatchObject({
    caps: { list: caps, generation: 1, timeZone: "Asia/Tokyo" },
    publisherCaps: { [publisher]: { list: payoutCaps, generation: 1 } },
    groups: [{ id: group, caps: { list: caps }, concurrencyMax: 5 }],
  });
  expect(found?.rows[0]).toMatchObject({ buyerCaps: { list: caps }, buyerConcurrencyMax: 9, rate });
});

const refusal = async (endpoint: EndpointId, parts: Parameters<typeof send>[1]) => {
  const { status, body } = await send(endpoint, parts);
  return { status, path: body.details?.[0]?.path, message: body.message };
};

test.each(owners)(
  "a strict cap of a $scope over a target that is paid by report is refused",
  async (owner) => {
    const { target, group } = account.ids;
    await send("putTargetGroupMembers", { params: { id: group }, body: { items: [{ targetId: target }] } });
    await send("updateTarget", { params: { id: target }, body: { revenue: byReport } });
    const id = account.ids[owner.id];
    const refused = await refusal(owner.update, { params: { id }, body: { caps: [strict] } });
    expect(refused).toMatchObject({ status: 400, path: "body.caps" });
    const allowed = await send(owner.update, { params: { id }, body: { caps: [atConversion] } });
    expect(allowed.status).toBe(200);
  },
);

test("nor can a target come under a strict cap later, by its terms, its buyer, its group or its plan", async () => {
  const { target, spareTarget, buyer, spareBuyer, group, plan, campaign } = account.ids;
  const put = (items: object[]) => refusal("putPlanRows", { params: { id: plan }, body: { items } });
  await put([{ kind: "target", targetId: target }]);
  await send("updateBuyer", { params: { id: spareBuyer }, body: { caps: [strict] } });
  await send("updateTargetGroup", { params: { id: group }, body: { caps: [strict] } });
  await send("updateTarget", { params: { id: spareTarget }, body: { revenue: byReport } });
  expect(
    await refusal("updateTarget", { params: { id: spareTarget }, body: { buyerId: spareBuyer } }),
  ).toMatchObject({ status: 400, path: "body.buyerId" });
  expect(
    await refusal("putTargetGroupMembers", {
      params: { id: group },
      body: { items: [{ targetId: spareTarget }] },
    }),
  ).toMatchObject({ status: 400, path: "body.items" });
  await send("updateCampaign", { params: { id: campaign }, body: { caps: [strict] } });
  expect(await put([{ kind: "target", targetId: spareTarget }])).toMatchObject({ path: "body.items" });
  expect(await put([{ kind: "target", targetId: target, revenue: byReport }])).toMatchObject({
    path: "body.items",
  });
  expect(
    await refusal("updateTarget", { params: { id: target }, body: { revenue: byReport } }),
  ).toMatchObject({ status: 400, path: "body.revenue" });
  expect((await send("updateBuyer", { params: { id: buyer }, body: { caps: [strict] } })).status).toBe(400);
});
