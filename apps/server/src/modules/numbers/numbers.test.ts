import { api } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { archiveCampaign } from "#modules/campaigns/archive-campaign.ts";
import { getCampaign } from "#modules/campaigns/get-campaign.ts";
import { archivePublisher } from "#modules/publishers/archive-publisher.ts";
import { listNumbers } from "./list-numbers.ts";
import { updateNumber } from "./update-number.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const create = (body: object) =>
  sendRequest(testApp.app, "createNumber", {
    parts: { body: { carrierAccountId: account.ids.carrierAccount, ...body } },
    headers: toBearer(account.keys.manager),
  });

test("one number in whatever spelling is taken once at a carrier account", async () => {
  const first = await create({ number: "(202) 555-0102" });
  expect(first.body.number).toBe("+12025550102");
  const second = await create({ number: "+1 202-555-0102" });
  expect([second.status, second.body.code]).toEqual([409, "conflict"]);
  expect(second.body.details).toMatchObject([{ path: "body.number" }]);
});

test("a number is not given to an archived campaign", async () => {
  const { spareCampaign, number } = account.ids;
  await archiveCampaign({ ...using(), input: { id: spareCampaign } });
  const giving = updateNumber({ ...using(), input: { id: number, patch: { campaignId: spareCampaign } } });
  await expect(giving).rejects.toMatchObject({ details: [{ path: "body.campaignId" }] });
  const { id } = await getCampaign({ ...using(), input: { id: account.ids.campaign } });
  await expect(
    updateNumber({ ...using(), input: { id: number, patch: { campaignId: id } } }),
  ).resolves.toBeDefined();
});

test("a publisher with numbers is not archived, and the refusal names them", async () => {
  const archiving = archivePublisher({ ...using(), input: { id: account.ids.publisher } });
  await expect(archiving).rejects.toMatchObject({ code: "in-use", details: [{ message: "+12025550100" }] });
});

const list = async (query: Record<string, string>) => {
  const response = await sendRequest(testApp.app, "listNumbers", {
    parts: { query },
    headers: toBearer(account.keys.analyst),
  });
  expect(response.status, response.text).toBe(200);
  return response.body.items.map(({ number }: { number: string }) => number);
};

test("a list is narrowed to any of some values or to none of them, nothing being none of them too", async () => {
  const { campaign, publisher } = account.ids;
  const [assigned, free] = ["+12025550100", "+12025550102"];
  expect(await list({})).toEqual([assigned, free]);
  expect(await list({ isAssigned: "true" })).toEqual([assigned]);
  expect(await list({ isAssigned: "false" })).toEqual([free]);
  expect(await list({ campaignId: campaign })).toEqual([assigned]);
  expect(await list({ campaignId: `!${campaign}` })).toEqual([free]);
  expect(await list({ publisherId: `!${publisher}` })).toEqual([free]);
  expect(await list({ status: "paused" })).toEqual([]);
  expect(await list({ status: "!paused" })).toEqual([assigned, free]);
  expect(await list({ search: "(202) 555-0102" })).toEqual([free]);
});

test("pages of every sort show each number once, those of no campaign or publisher too", async () => {
  for (const sort of api.listNumbers.query.shape.sort.def.innerType.options) {
    const input = api.listNumbers.query.parse({ sort, limit: 1 });
    const first = await listNumbers({ ...using(), input });
    const second = await listNumbers({ ...using(), input: { ...input, cursor: first.nextCursor ?? "" } });
    expect(second.nextCursor, sort).toBeNull();
    const whole = await listNumbers({ ...using(), input: { ...input, limit: 10 } });
    expect([...first.items, ...second.items], sort).toEqual(whole.items);
  }
});

test("a paused number is a number still, and comes back", async () => {
  const { number } = account.ids;
  const set = (status: "active" | "paused") =>
    updateNumber({ ...using(), input: { id: number, patch: { status } } });
  await expect(set("paused")).resolves.toMatchObject({ status: "paused" });
  expect(await list({ status: "paused" })).toEqual(["+12025550100"]);
  await expect(set("active")).resolves.toMatchObject({ status: "active" });
});
