import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { createAccount } from "#modules/accounts/create-account.ts";
import { createApiKey } from "#modules/accounts/create-api-key.ts";
import { loadDemo } from "#modules/demo/load-demo.ts";
import { auditedApart } from "./testing/audited-apart.ts";
import { endpointIds, findEndpoint, sendRequest, toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

const password = "correct horse battery staple";

let testApp: TestApp;
let accounts = 0;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

/** An account with nothing in it but its owner and a key. */
const createEmptyAccount = async () => {
  accounts += 1;
  const { pools } = testApp.deps;
  const owner = { email: `owner${accounts}@apart.example`, name: "Olga", password };
  const input = { name: "Apart", currency: "USD", timeZone: "UTC", isDemo: false, owner };
  const { accountId, userId } = await createAccount({ pools, input });
  const actor = { kind: "user", id: String(userId) } as const;
  const ctx = { accountId, actor, role: "owner", requestId: null } as const;
  const { key } = await createApiKey({ pools, ctx, input: { name: "Key", role: "owner" } });
  return { ctx, key, email: owner.email };
};

type Account = Awaited<ReturnType<typeof createEmptyAccount>>;

const send = (id: "connectSimulator" | "loadDemo" | "removeDemo" | "setDemoTraffic", { key }: Account) =>
  sendRequest(testApp.app, id, {
    parts: id === "setDemoTraffic" ? { body: { traffic: "paused" } } : {},
    headers: toBearer(key),
  });

const sendPassword = async ({ email }: Account) => {
  const ownPage = { "sec-fetch-site": "same-origin" };
  const signedIn = await request(testApp.app).post("/api/v1/session").set(ownPage).send({ email, password });
  const cookie = signedIn.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return sendRequest(testApp.app, "changePassword", {
    parts: { body: { currentPassword: password, newPassword: "another long password" } },
    headers: { ...ownPage, cookie },
  });
};

const report = async ({ ctx, key }: Account) => {
  const call = createSampleCall(ctx.accountId, { conversion: { kind: "webhook" } });
  await withAccount(testApp.deps.pools.drain, ctx.accountId, (tx) => bookEvents(tx, tellWholeCall(call)));
  return sendRequest(testApp.app, "reportConversion", {
    parts: { body: { callId: call.callId, idempotencyKey: "sale-1", micros: "12000000" } },
    headers: toBearer(key),
  });
};

const load = ({ ctx }: Account) => loadDemo({ deps: testApp.deps, ctx });

const asks: Record<(typeof auditedApart)[number], (account: Account) => Promise<request.Response>> = {
  changePassword: sendPassword,
  connectSimulator: (account) => send("connectSimulator", account),
  loadDemo: (account) => send("loadDemo", account),
  removeDemo: async (account) => {
    await load(account);
    return send("removeDemo", account);
  },
  reportConversion: report,
  setDemoTraffic: async (account) => {
    await load(account);
    return send("setDemoTraffic", account);
  },
};

test.each(auditedApart)("%s leaves an audit row without a secret", async (id) => {
  const account = await createEmptyAccount();
  const response = await asks[id](account);
  const { answer } = findEndpoint(id);
  expect(response.status, response.text).toBe("status" in answer ? answer.status : 0);
  const { rows } = await withAccount(testApp.deps.pools.app, account.ctx.accountId, (tx) =>
    tx.query<{ request: string; row: string }>(
      "select request_id as request, to_jsonb(a)::text as row from audit_log a order by id desc",
    ),
  );
  expect(rows.filter(({ request }) => request === response.headers["x-request-id"])).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toMatch(/another long|correct horse/);
});

test("only signing in and out, and what makes the first account, are open to nobody's eyes", () => {
  const open = endpointIds.filter((id) => {
    const { method, permission } = findEndpoint(id);
    return method !== "GET" && permission === "public";
  });
  expect(open.toSorted()).toEqual(["redeemSignInLink", "setUp", "signIn", "signOut"]);
});
