import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { archiveCampaign } from "#modules/campaigns/archive-campaign.ts";
import { getCampaign } from "#modules/campaigns/get-campaign.ts";
import { archivePublisher } from "#modules/publishers/archive-publisher.ts";
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
