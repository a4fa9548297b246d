import type { EndpointId } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { auditedApart } from "./testing/audited-apart.ts";
import { endpointIds, findEndpoint, sendRequest, toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";
import { toValidRequest } from "./testing/valid-requests.ts";

let testApp: TestApp;
/** For requests that are refused and so leave everything as it is. */
let untouched: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  untouched = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const asked = endpointIds.filter((id) => findEndpoint(id).permission !== "public");

const isWrite = (id: EndpointId) =>
  ["write", "settle", "administer"].includes(findEndpoint(id).permission) &&
  findEndpoint(id).method !== "GET";

// These play the caller of a simulated call and change nothing of the account's.
const unaudited = new Set<string>(["sendTestCallDigits", "hangUpTestCall"]);

// Its clone goes by a plan that is cloned as well.
const auditedTwice = new Set<string>(["cloneCampaign"]);

const apart = new Set<string>(auditedApart);

// They ask about a carrier account, or save what no call goes by yet.
const unbooked = new Set<string>([
  "verifyCarrierAccount",
  "putPlanDraft",
  "discardPlanDraft",
  "restorePlanVersion",
]);

// Links that let somebody in, and what only a person says of themselves.
const secrets = /0123456789abcdef|correct horse|sign-in\/link/;

const booked = new Set([
  "campaign",
  "number",
  "publisher",
  "buyer",
  "target",
  "target-group",
  "agent",
  "agent-group",
  "plan",
  "carrier-account",
  "blocked-caller",
  "value-list",
]);

const readState = ({ accountId }: FurnishedAccount) =>
  withAccount(testApp.deps.pools.app, accountId, async (tx) => {
    const { rows } = await tx.query<{ audited: number; revision: number }>(
      `select (select count(*)::int from audit_log) as audited, revision::int as revision from accounts`,
    );
    return { audited: rows[0]?.audited ?? 0, revision: rows[0]?.revision ?? 0 };
  });

const send = (id: EndpointId, account: FurnishedAccount, role: "owner" | "manager" | "analyst" = "owner") =>
  sendRequest(testApp.app, id, {
    parts: toValidRequest(account, id),
    headers: toBearer(account.keys[role]),
  });

const readPaths = (body: { details: { path: string }[] }) => body.details.map(({ path }) => path);

/** The least of those who may ask; an agent's status is set by others than the agent itself with more than that. */
const toReader = (id: EndpointId) =>
  findEndpoint(id).permission === "read" && id !== "setAgentStatus" ? "analyst" : "owner";

test.each(asked.filter((id) => !isWrite(id)))("%s answers as the table documents", async (id) => {
  const response = await send(id, untouched, toReader(id));
  const { answer } = findEndpoint(id);
  expect(response.status, response.text).toBe(200);
  if (answer.kind === "json") expect(answer.schema.parse(response.body)).toEqual(response.body);
});

test.each(asked.filter((id) => isWrite(id) && !apart.has(id)))(
  "%s does what it documents and leaves an audit row without a secret",
  async (id) => {
    const account = await furnishAccount(testApp);
    const before = await readState(account);
    const { noun, answer } = findEndpoint(id);
    const response = await send(id, account);
    expect(response.status, response.text).toBe("status" in answer ? answer.status : 200);
    if (answer.kind === "json") expect(answer.schema.parse(response.body)).toEqual(response.body);

    const own = auditedTwice.has(id) ? 2 : 1;
    const audited = unaudited.has(id) ? 0 : own;
    expect(await readState(account)).toEqual({
      audited: before.audited + audited,
      revision: before.revision + (booked.has(noun) && !unbooked.has(id) ? 1 : 0),
    });
    const audit = await sendRequest(testApp.app, "listAudit", {
      parts: { query: { limit: 1 } },
      headers: toBearer(account.keys.owner),
    });
    const requestId = response.headers["x-request-id"];
    if (audited > 0) expect(audit.body.items[0]).toMatchObject({ noun, requestId });
    expect(audit.text).not.toMatch(secrets);
    expect(audit.text).not.toMatch(/ccp_live_\w{8}_/);
  },
);

test.each(asked.filter(isWrite))("%s is refused to a role that may only read", async (id) => {
  const before = await readState(untouched);
  const roles =
    findEndpoint(id).permission === "administer" ? (["analyst", "manager"] as const) : (["analyst"] as const);
  for (const role of roles) {
    const response = await send(id, untouched, role);
    expect(response.status).toBe(403);
    expect(response.body.code).toBe("forbidden");
  }
  expect(await readState(untouched)).toEqual(before);
});

test.each(asked)("%s asks who is there", async (id) => {
  const parts = toValidRequest(untouched, id);
  for (const shown of [{}, toBearer("ccp_live_00000000_nobody"), { cookie: "ccp_session=s%3Aforged.x" }]) {
    const headers = { "sec-fetch-site": "same-origin", ...shown };
    const response = await sendRequest(testApp.app, id, { parts, headers });
    expect(response.status).toBe(401);
    expect(response.body).toMatchObject({ code: "unauthenticated", details: [] });
  }
});

test.each(endpointIds.filter((id) => findEndpoint(id).body !== undefined))(
  "%s names each field that it does not know or that is missing",
  async (id) => {
    const parts = { ...toValidRequest(untouched, id), body: { undocumented: 1 } };
    const response = await sendRequest(testApp.app, id, { parts, headers: toBearer(untouched.keys.owner) });
    expect(response.status).toBe(400);
    expect(response.body.code).toBe("invalid");
    expect(response.body.requestId).toBe(response.headers["x-request-id"]);
    const required = Object.entries(findEndpoint(id).body?.shape ?? {})
      .filter(([, field]) => !field.safeParse(undefined).success)
      .map(([name]) => `body.${name}`);
    expect(readPaths(response.body).toSorted()).toEqual(["body.undocumented", ...required].toSorted());
  },
);

const toParams = (account: FurnishedAccount, id: EndpointId) => {
  const { params } = toValidRequest(account, id);
  return params === undefined ? {} : { params };
};

test.each(endpointIds.filter((id) => findEndpoint(id).query !== undefined))(
  "%s names what it does not know in a query",
  async (id) => {
    const response = await sendRequest(testApp.app, id, {
      parts: { ...toParams(untouched, id), query: { undocumented: "1", limit: "0" } },
      headers: toBearer(untouched.keys.owner),
    });
    const required = Object.entries(findEndpoint(id).query?.shape ?? {})
      .filter(([, field]) => !field.safeParse(undefined).success)
      .map(([name]) => `query.${name}`);
    expect(readPaths(response.body).toSorted()).toEqual(
      ["query.limit", "query.undocumented", ...required].toSorted(),
    );
  },
);

test.each(endpointIds.filter((id) => findEndpoint(id).body !== undefined))(
  "%s wants JSON and says so",
  async (id) => {
    const response = await sendRequest(testApp.app, id, {
      parts: { ...toValidRequest(untouched, id), body: "name=x" as unknown as object },
      headers: { ...toBearer(untouched.keys.owner), "content-type": "application/x-www-form-urlencoded" },
    });
    expect([response.status, response.body.code]).toEqual([415, "unsupported-media-type"]);
  },
);
