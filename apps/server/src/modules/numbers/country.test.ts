import { countries } from "@ccp/contract";
import { getCountries } from "libphonenumber-js/min";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { updateCampaign } from "#modules/campaigns/update-campaign.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const create = (number: string, campaignId: string | null) =>
  sendRequest(testApp.app, "createNumber", {
    parts: { body: { carrierAccountId: account.ids.carrierAccount, number, campaignId } },
    headers: toBearer(account.keys.manager),
  });

test("a campaign can be in every country whose numbers can be read, and in no other", () => {
  expect(countries).toEqual(getCountries().toSorted());
});

test("a number without a country code is one of its campaign's country, with one it is what it says", async () => {
  const { campaign } = account.ids;
  const using = { pools: testApp.deps.pools, ctx: account.ctx };
  const inUs = await create("202 555 0160", campaign);
  expect(inUs.body.number).toBe("+12025550160");
  await updateCampaign({ ...using, input: { id: campaign, patch: { country: "GB" } } });
  const inGb = await create("020 7946 0958", campaign);
  expect(inGb.body.number).toBe("+442079460958");
  const whole = await create("+1 202 555 0161", campaign);
  expect(whole.body.number).toBe("+12025550161");
  const unassigned = await create("(202) 555-0162", null);
  expect(unassigned.body.number).toBe("+12025550162");
  const tooLong = await create("020 7946 0958", null);
  expect(tooLong.body.details).toMatchObject([{ path: "body.number" }]);
});

test.each(["United Kingdom", "UK", "gbr", ""])("%j is no country", async (country) => {
  const response = await sendRequest(testApp.app, "updateCampaign", {
    parts: { params: { id: account.ids.campaign }, body: { country } },
    headers: toBearer(account.keys.manager),
  });
  expect(response.body.details).toMatchObject([{ path: "body.country" }]);
});
