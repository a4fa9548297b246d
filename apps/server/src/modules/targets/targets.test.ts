import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { archiveBuyer } from "#modules/buyers/archive-buyer.ts";
import { updateCampaign } from "#modules/campaigns/update-campaign.ts";
import { archiveTarget } from "./archive-target.ts";
import { updateTarget } from "./update-target.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const create = (body: object) =>
  sendRequest(testApp.app, "createTarget", {
    parts: { body: { name: `Target ${JSON.stringify(body)}`, buyerId: account.ids.buyer, ...body } },
    headers: toBearer(account.keys.manager),
  });

test("phone numbers are kept in E.164, SIP addresses as they are", async () => {
  const phone = await create({ destination: { kind: "phone", address: "(202) 555-0151" } });
  const sip = await create({ destination: { kind: "sip", address: "sip:desk@pbx.example.com:5060" } });
  expect(phone.body.destination).toEqual({ kind: "phone", address: "+12025550151" });
  expect(sip.body.destination.address).toBe("sip:desk@pbx.example.com:5060");
});

test.each([
  ["a number that is too short", { kind: "phone", address: "555-01" }, "body.destination.address"],
  ["words for a number", { kind: "phone", address: "call me" }, "body.destination.address"],
  [
    "a number with an extension",
    { kind: "phone", address: "+1 202 555 0142 x3" },
    "body.destination.address",
  ],
  ["a SIP address without a host", { kind: "sip", address: "sip:desk" }, "body.destination.address"],
  ["markup in a SIP address", { kind: "sip", address: "sip:a@b<c" }, "body.destination.address"],
  ["another kind", { kind: "fax", address: "+12025550142" }, "body.destination.kind"],
])("%s is refused at its field", async (_name, destination, field) => {
  const response = await create({ destination });
  expect(response.status).toBe(400);
  expect(response.body.details[0].path).toBe(field);
});

test.each([
  ["revenueMicros", "-1"],
  ["revenueMicros", "12.5"],
  ["revenueMicros", 12],
  ["concurrencyMax", 0],
  ["ringTimeoutSeconds", 4],
  ["revenueAfterSeconds", -1],
])("%s of %s is refused at its field", async (field, value) => {
  const response = await create({ destination: { kind: "phone", address: "+12025550142" }, [field]: value });
  expect(response.body.details).toMatchObject([{ path: `body.${field}` }]);
});

test("a target that a campaign lists or falls back to is not archived, and the refusal names the campaign", async () => {
  const { target, spareTarget, spareCampaign } = account.ids;
  await updateCampaign({
    ...using(),
    input: { id: spareCampaign, patch: { fallbackTargetId: spareTarget } },
  });
  await expect(archiveTarget({ ...using(), input: { id: target } })).rejects.toMatchObject({
    code: "in-use",
    details: [{ message: expect.stringContaining("Dentists") }],
  });
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).rejects.toMatchObject({
    details: [{ message: expect.stringContaining("Spare campaign") }],
  });
  await updateCampaign({ ...using(), input: { id: spareCampaign, patch: { fallbackTargetId: null } } });
  await expect(archiveTarget({ ...using(), input: { id: spareTarget } })).resolves.toMatchObject({
    status: "archived",
  });
});

test("a target comes back only to a buyer in service", async () => {
  const { spareTarget, spareBuyer } = account.ids;
  await archiveBuyer({ ...using(), input: { id: spareBuyer } });
  const move = { buyerId: spareBuyer, status: "active" } as const;
  await expect(updateTarget({ ...using(), input: { id: spareTarget, patch: move } })).rejects.toMatchObject({
    details: [{ path: "body.buyerId", message: "This buyer is archived." }],
  });
});

test("a change of one field leaves the others", async () => {
  const { target } = account.ids;
  const changed = await updateTarget({ ...using(), input: { id: target, patch: { concurrencyMax: null } } });
  expect(changed).toMatchObject({
    concurrencyMax: null,
    revenueMicros: "30000000",
    destination: { kind: "phone", address: "+12025550150" },
  });
});
