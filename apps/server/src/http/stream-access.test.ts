import { createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import request from "supertest";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import { withAccount } from "#db/transaction.ts";
import { createHttpApp } from "./create-http-app.ts";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { sendRequest, toBearer } from "./testing/send-request.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

const ownPage = { "sec-fetch-site": "same-origin" };
const password = "correct horse battery staple";
const heartbeatMs = 15_000;

let testApp: TestApp;
let account: FurnishedAccount;
let server: Server;
let clock: ReturnType<typeof createHeldClock>;
let app: ReturnType<typeof createHttpApp>;
let readers: number;
let isFrozen: boolean;

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

beforeEach(async () => {
  account = await furnishAccount(testApp);
  readers = 0;
  isFrozen = false;
  clock = createHeldClock(Date.now());
  const { pools } = testApp.deps;
  const connect = () => (isFrozen ? Promise.reject(new Error("connect timeout")) : pools.app.connect());
  app = createHttpApp({
    ...testApp.deps,
    clock,
    pools: { ...pools, app: { ...pools.app, connect } },
    subscribe: () => {
      readers += 1;
      return () => (readers -= 1);
    },
  });
  server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

/** Opens the stream; tells what came through it and whether it has ended. */
const openStream = async (headers: Record<string, string>) => {
  const seen = { text: "", isOver: false };
  const { port } = server.address() as AddressInfo;
  get({ port, path: "/api/v1/stream", headers }, (response) => {
    response.on("data", (chunk: Buffer) => (seen.text += chunk.toString()));
    response.on("close", () => (seen.isOver = true));
  }).on("error", () => undefined);
  await vi.waitUntil(() => readers === 1 && seen.text !== "");
  return seen;
};

const signIn = async (): Promise<{ cookie: string; userId: number }> => {
  const by = toBearer(account.keys.owner);
  const email = `person-${account.accountId}@accounts.example`;
  const made = await sendRequest(app, "createUser", {
    parts: { body: { email, name: "Pat", role: "admin" } },
    headers: by,
  });
  const token = new URL(made.body.link.url).searchParams.get("token");
  const redeemed = await request(app).post("/api/v1/session/redeem").set(ownPage).send({ token });
  return { cookie: redeemed.headers["set-cookie"]?.[0]?.split(";")[0] ?? "", userId: made.body.user.id };
};

const send = (id: Parameters<typeof sendRequest>[1], parts: object, headers: Record<string, string>) =>
  sendRequest(app, id, { parts, headers });

test("a key that is revoked is told nothing from the next heartbeat on", async () => {
  const seen = await openStream(toBearer(account.keys.analyst));
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.text.includes(": still here"));
  await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query("update api_keys set revoked_at = now() where role = 'analyst'"),
  );
  expect(seen.isOver).toBe(false);
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.isOver);
  expect(readers).toBe(0);
});

test("who is removed is told nothing from the next heartbeat on", async () => {
  const { cookie, userId } = await signIn();
  const seen = await openStream({ cookie });
  await send("removeUser", { params: { id: userId } }, toBearer(account.keys.owner));
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.isOver);
});

test("who signs out in one window is told nothing in the others", async () => {
  const { cookie } = await signIn();
  const seen = await openStream({ cookie });
  await request(app)
    .delete("/api/v1/session")
    .set({ ...ownPage, cookie })
    .expect(204);
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.isOver);
});

test("a password that is changed ends the streams that were open", async () => {
  const { cookie } = await signIn();
  const seen = await openStream({ cookie });
  const body = { currentPassword: null, newPassword: password };
  expect((await send("changePassword", { body }, { ...ownPage, cookie })).status).toBe(204);
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.isOver);
});

test("while the database is away nobody is sent off", async () => {
  const { cookie } = await signIn();
  const seen = await openStream({ cookie });
  isFrozen = true;
  clock.advance(heartbeatMs);
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.text.split(": still here").length === 3);
  isFrozen = false;
  clock.advance(heartbeatMs);
  await vi.waitUntil(() => seen.text.split(": still here").length === 4);
  expect(seen.isOver).toBe(false);
});
