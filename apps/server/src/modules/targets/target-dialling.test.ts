import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishAccount, type FurnishedAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const allow = async (body: object) => {
  const response = await sendRequest(testApp.app, "updateAccount", {
    parts: { body },
    headers: toBearer(account.keys.owner),
  });
  expect(response.status).toBe(200);
};

const dial = (destination: object, id = account.ids.target) =>
  sendRequest(testApp.app, "updateTarget", {
    parts: { params: { id }, body: { destination } },
    headers: toBearer(account.keys.manager),
  });

const phone = (address: string) => ({ kind: "phone", address });

test.each([
  ["+18765550142", "dialCountries", { dialCountries: ["US", "JM"] }],
  ["+442079460142", "dialCountries", { dialCountries: ["GB"] }],
  ["+19005550142", "highRiskPrefixes", { highRiskPrefixes: ["+1900"] }],
  ["+881612345678", "highRiskPrefixes", { highRiskPrefixes: ["+881"] }],
])("%s is refused by the setting %s until that allows it", async (address, field, allowing) => {
  await allow({ dialCountries: ["US", "CA"], highRiskPrefixes: [] });
  const refused = await dial(phone(address));
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ code: "invalid", details: [{ path: "body.destination.address" }] });
  expect(refused.body.details[0].message).toContain(`(${field})`);
  await allow(allowing);
  expect((await dial(phone(address))).body).toMatchObject({ destination: { address } });
});

test("Canada, toll-free numbers and SIP addresses are dialled from the beginning", async () => {
  await allow({ dialCountries: ["US", "CA"], highRiskPrefixes: [] });
  for (const address of ["+14165550142", "+18005550142", "+15005550142"]) {
    expect((await dial(phone(address))).status).toBe(200);
  }
  await allow({ dialCountries: ["GB"] });
  expect((await dial({ kind: "sip", address: "sip:sales@example.com" })).status).toBe(200);
});

test("a new target and each of several changes are held against the setting too", async () => {
  await allow({ dialCountries: ["US"], highRiskPrefixes: [] });
  const created = await sendRequest(testApp.app, "createTarget", {
    parts: { body: { name: "Far", buyerId: account.ids.buyer, destination: phone("+442079460142") } },
    headers: toBearer(account.keys.manager),
  });
  expect(created.body.details[0].path).toBe("body.destination.address");
  const many = await sendRequest(testApp.app, "updateTargets", {
    parts: {
      body: {
        items: [
          { id: account.ids.target, patch: { destination: phone("+12025550161") } },
          { id: account.ids.spareTarget, patch: { destination: phone("+442079460142") } },
        ],
      },
    },
    headers: toBearer(account.keys.manager),
  });
  expect(many.status).toBe(400);
  expect(many.body.details[0].path).toBe("body.items.1.patch.destination.address");
});

test("a destination that was allowed once can be sent again unchanged", async () => {
  await allow({ dialCountries: ["US", "GB"] });
  await dial(phone("+442079460142"));
  await allow({ dialCountries: ["US"] });
  expect((await dial(phone("+44 20 7946 0142"))).body).toMatchObject({
    barred: "United Kingdom is not among the countries that this account dials",
  });
  expect((await dial(phone("+44 20 7946 0143"))).status).toBe(400);
});

test.each(["manager", "analyst"] as const)("a %s cannot say whom we dial or hear", async (role) => {
  for (const body of [{ dialCountries: ["US"] }, { highRiskPrefixes: [] }, { attestations: ["A"] }]) {
    const response = await sendRequest(testApp.app, "updateAccount", {
      parts: { body },
      headers: toBearer(account.keys[role]),
    });
    expect(response.status).toBe(403);
  }
});

test("the audit trail has what was allowed before and after", async () => {
  await allow({ dialCountries: ["US"] });
  await allow({ dialCountries: ["US", "MX"] });
  const { body } = await sendRequest(testApp.app, "listAudit", {
    parts: { query: { noun: "account", action: "update" } },
    headers: toBearer(account.keys.owner),
  });
  expect(body.items[0]).toMatchObject({
    before: { dialCountries: ["US"] },
    after: { dialCountries: ["MX", "US"] },
  });
});

test.each([
  [{ dialCountries: [] }, "body.dialCountries"],
  [{ dialCountries: ["XX"] }, "body.dialCountries.0"],
  [{ highRiskPrefixes: ["+1"] }, "body.highRiskPrefixes.0"],
  [{ attestations: [] }, "body.attestations"],
  [{ attestations: ["D"] }, "body.attestations.0"],
])("%j is refused at its place", async (body, path) => {
  const response = await sendRequest(testApp.app, "updateAccount", {
    parts: { body },
    headers: toBearer(account.keys.owner),
  });
  expect(response.status).toBe(400);
  expect(response.body.details[0].path).toBe(path);
});
