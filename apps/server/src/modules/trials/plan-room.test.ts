import { listCounters, type CapScope } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { toGroupRow, toTargetRow } from "#http/testing/plan-rows.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import type { EndpointId } from "@ccp/contract";

// The held clock begins at midnight UTC on Thursday 1 January 2026.
const clock = createHeldClock();
const capacity = createMemoryCapacity(clock);

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp({ capacity, clock });
});

afterAll(() => testApp.close());

const send = async (id: EndpointId, parts: Parameters<typeof sendRequest>[2]["parts"]) =>
  (await sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.manager) })).body;

/** The group alone in the plan, with one target. */
const open = async (): Promise<void> => {
  account = await furnishAccount(testApp);
  const { plan, group, target, campaign } = account.ids;
  await send("putTargetGroupMembers", { params: { id: group }, body: { items: [{ targetId: target }] } });
  const items = [toGroupRow({ groupId: group }), toTargetRow({ targetId: target, priority: 2 })];
  await send("putPlanRows", { params: { id: plan }, body: { items } });
  await send("updateCampaign", { params: { id: campaign }, body: { timeZone: "UTC" } });
};

const read = async (query: object = {}) =>
  (await send("getPlanRoom", { params: { id: account.ids.plan }, query: { ...query } })).items;

const take = async (calls: number): Promise<void> => {
  const { target: targetId, group } = account.ids;
  for (let call = 0; call < calls; call += 1) {
    await capacity.reserve({
      accountId: account.accountId,
      targetId,
      holder: `call-${call}#1`,
      limit: null,
      expiresAt: clock.now() + 60_000,
      shared: [{ key: `target-group:${group}`, limit: 99 }],
    });
  }
};

test("a group at its limit keeps its member from calls there, and nowhere else", async () => {
  await open();
  const { group, target } = account.ids;
  await send("updateTarget", { params: { id: target }, body: { concurrencyMax: null } });
  const { name } = await send("updateTargetGroup", { params: { id: group }, body: { concurrencyMax: 2 } });
  await take(1);
  const place = { targetId: target, groupId: group, priority: 1 };
  expect(await read()).toMatchObject([
    { ...place, full: null, group: { inUse: 1, concurrencyMax: 2 } },
    { targetId: target, groupId: null, priority: 2, full: null, group: null },
  ]);
  await take(2);
  const owner = { kind: "target-group", name };
  expect(await read()).toMatchObject([
    { ...place, full: { kind: "concurrency-full", owner, text: "2 of 2 calls at once", until: null } },
    { groupId: null, full: null },
  ]);
});

const owners = [
  { scope: "target-group", id: "group", update: "updateTargetGroup", binds: [true, false] },
  { scope: "buyer", id: "buyer", update: "updateBuyer", binds: [true, true] },
  { scope: "campaign", id: "campaign", update: "updateCampaign", binds: [true, true] },
] as const;

test.each(owners)("a full cap of a $scope is told by its name, until it counts anew", async (owner) => {
  await open();
  const { scope, update, binds } = owner;
  const id = account.ids[owner.id];
  const caps = [{ on: "connected", period: "day", limit: 5 }] as const;
  const { name } = await send(update, { params: { id }, body: { caps } });
  const { timeZone } = await send(update.replace("update", "get").concat("Usage") as EndpointId, {
    params: { id },
  });
  const of = { scope: scope as CapScope, id: String(id) };
  const [counter = ""] = listCounters(of, { list: caps, generation: 1, timeZone }, clock.now());
  await capacity.note(account.accountId, { counts: new Map([[counter, 5n]]), marks: new Map() }, []);
  const { campaign: campaignId, spareCampaign } = account.ids;
  const found = await read({ campaignId });
  expect(found.map(({ full }: { full: object | null }) => full !== null)).toEqual(binds);
  expect(found[0].full).toMatchObject({
    kind: "cap-full",
    owner: { kind: scope, name },
    text: `5 of 5 connected calls this day (${timeZone})`,
    until: timeZone === "UTC" ? "2026-01-02T00:00:00.000Z" : "2026-01-01T05:00:00.000Z",
  });
  // What a campaign has taken binds its own calls, and not those of any campaign that goes by the plan.
  expect((await read())[0].full === null).toBe(scope === "campaign");
  expect(await read({ campaignId: spareCampaign })).toEqual([]);
});

test("another account's plan is not there", async () => {
  await open();
  const other = await furnishAccount(testApp);
  expect(await send("getPlanRoom", { params: { id: other.ids.plan } })).toMatchObject({ code: "not-found" });
  expect(await read({ campaignId: other.ids.campaign })).toEqual([]);
});
