import type { EndpointId } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { findEndpoint, sendRequest, toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";
import { type Parts, toValidRequest } from "./testing/valid-requests.ts";

let testApp: TestApp;
let account: FurnishedAccount;
beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});
afterAll(() => testApp.close());

const send = (id: EndpointId, parts: Parts) =>
  sendRequest(testApp.app, id, { parts, headers: toBearer(account.keys.owner) });

const upper = (id: unknown): string => String(id).toUpperCase();

test("an id in capital letters is the same id, in the address and in the body", async () => {
  const { ids } = account;
  const params = { id: upper(ids.publisher) };
  const renamed = await send("updatePublisher", { params, body: { name: "Loud" } });
  expect([renamed.status, renamed.body.id]).toEqual([200, ids.publisher]);
  const planned = await send("updateCampaigns", {
    body: { items: [{ id: upper(ids.campaign), patch: { planId: upper(ids.sparePlan) } }] },
  });
  expect(planned.body.items?.[0].plan.id).toBe(ids.sparePlan);
  const listId = upper(ids.valueList);
  const filter = { all: [{ any: [{ tag: "InboundNumber:Number", operator: "in-list", listId }] }] };
  const filtered = await send("updateTarget", { params: { id: ids.target }, body: { filter } });
  expect(filtered.body.filter?.all[0].any[0].listId).toBe(ids.valueList);
});

test("an id that is listed twice is refused, however it is written", async () => {
  const { publisher } = account.ids;
  const twice = await send("archivePublishers", { body: { ids: [publisher, upper(publisher)] } });
  expect(twice.body.details).toEqual([{ path: "body.ids.1", message: "This id is in the list already." }]);
});

test.each([
  ["a zero character", "a\u0000b"],
  ["half of a character", "a\ud800b"],
])("%s is refused at its field, wherever that is", async (_what, text) => {
  const { ids } = account;
  const message = "This has a character that cannot be kept.";
  const params = { id: ids.target };
  const exceptions = [{ date: "2026-12-25", label: text, open: [] }];
  const weekly = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const refused = await Promise.all([
    send("createBuyer", { body: { name: text } }),
    send("updateBuyers", { body: { items: [{ id: ids.buyer, patch: { name: text } }] } }),
    send("updateTarget", { params, body: { hours: { weekly, exceptions } } }),
    send("createValueList", { body: { name: "Zips", text } }),
  ]);
  expect(refused.map(({ status, body }) => [status, body.details])).toEqual([
    [400, [{ path: "body.name", message }]],
    [400, [{ path: "body.items.0.patch.name", message }]],
    [400, [{ path: "body.hours.exceptions.0.label", message }]],
    [400, [{ path: "body.text", message }]],
  ]);
});

test("a zero character in a query is refused at its field", async () => {
  const listed = await send("listCampaigns", { query: { search: "a\u0000" } });
  expect([listed.status, listed.body.details?.[0]?.path]).toEqual([400, "query.search"]);
});

test.each<[EndpointId, string, string]>([
  ["listCalls", "query.from", "0000-01-01T00:00:00Z"],
  ["listAudit", "query.to", "0001-01-01T00:00:00+14:00"],
  ["createBlockedCaller", "body.expiresAt", "9999-12-31T23:59:59-23:59"],
  ["testDecision", "body.at", "9999-12-31T23:59:59-23:59"],
  ["previewInvoice", "query.periodFrom", "0000-01-01"],
  ["issueDocument", "body.periodFrom", "0000-12-31"],
  ["recordPayment", "body.paidOn", "0026-11-24"],
])("%s refuses a time outside of our calendar at %s", async (id, path, value) => {
  const [part = "", field = ""] = path.split(".");
  const valid = toValidRequest(account, id);
  const given = { query: valid.query, body: valid.body }[part === "query" ? "query" : "body"];
  const response = await send(id, { ...valid, [part]: { ...given, [field]: value } });
  expect([response.status, response.body.details?.[0]?.path]).toEqual([400, path]);
});

test.each([
  ["createCampaign", "name"],
  ["cloneCampaign", "name"],
  ["createPublisher", "name"],
  ["createBuyer", "name"],
  ["createTarget", "name"],
  ["createTargetGroup", "name"],
  ["createValueList", "name"],
  ["createAgent", "name"],
  ["createAgentGroup", "name"],
  ["createPlan", "name"],
  ["createNumber", "number"],
  ["createBlockedCaller", "value"],
  ["createUser", "email"],
  ["createCarrierAccount", "accountRef"],
] as const)("%s names the field that is taken: %s", async (id, field) => {
  const request = toValidRequest(account, id);
  await send(id, request);
  const again = await send(id, request);
  expect([again.body.code, again.body.details?.[0]?.path]).toEqual(["conflict", `body.${field}`]);
});

const lists = [
  "listCampaigns",
  "listPublishers",
  "listBuyers",
  "listTargets",
  "listTargetGroups",
  "listPlans",
  "listAgents",
  "listAgentGroups",
  "listValueLists",
  "listNumbers",
  "listBlockedCallers",
  "listCalls",
  "listPayments",
  "listDocuments",
  "listAdjustments",
  "listApiKeys",
  "listAudit",
  "listUsers",
  "listCarrierAccounts",
  "listQuarantinedEvents",
] as const satisfies readonly EndpointId[];

const garbage = ["", "x", "0x1", "\u0000", "99999999999999999999", "2026-02-30 00:00:00+00", "NaN"];

test.each(lists)("%s refuses a cursor that somebody wrote", async (id) => {
  const sort = findEndpoint(id).query?.shape["sort"]?.safeParse(undefined).data;
  // Lists without a choice of sort go by one of these.
  const sorts = sort === undefined ? ["id", "-id", "-createdAt"] : [sort];
  for (const [key, by] of garbage.flatMap((each) => sorts.map((one) => [each, one]))) {
    const cursor = Buffer.from(JSON.stringify([by, key, key])).toString("base64url");
    const response = await send(id, { query: { cursor } });
    expect([key, response.status, response.body.details?.[0]?.path]).toEqual([key, 400, "query.cursor"]);
  }
});
