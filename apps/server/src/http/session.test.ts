import type { Express } from "express";
import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { createAccount } from "#modules/accounts/create-account.ts";
import { createSignInLink } from "#modules/accounts/sign-in-link.ts";
import { createHttpApp } from "./create-http-app.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

const password = "correct horse battery staple";
const ownPage = { "sec-fetch-site": "same-origin" };

let testApp: TestApp;
let accounts = 0;

beforeAll(async () => {
  testApp = await createTestApp();
});

afterAll(() => testApp.close());

const createOwner = async () => {
  accounts += 1;
  const email = `owner${accounts}@accounts.example`;
  const created = await createAccount({
    pools: testApp.deps.pools,
    input: {
      name: "Acme Marketing",
      currency: "USD",
      timeZone: "America/New_York",
      isDemo: false,
      owner: { email, name: "Olga Owner", password },
    },
  });
  return { ...created, email };
};

const signIn = (
  body: object,
  { app = testApp.app, headers = {} }: { app?: Express; headers?: Record<string, string> } = {},
) => request(app).post("/api/v1/session").set(ownPage).set(headers).send(body);

const readCookie = (response: request.Response): string => response.headers["set-cookie"]?.[0] ?? "";

const toCookie = (response: request.Response): string => readCookie(response).split(";")[0] ?? "";

const getSession = (cookie: string, app = testApp.app) =>
  request(app).get("/api/v1/session").set("cookie", cookie);

test("the right password begins a session, signing out ends it on the server too", async () => {
  const { email, accountId } = await createOwner();
  const signedIn = await signIn({ email: ` ${email.toUpperCase()} `, password });
  expect(signedIn.status).toBe(200);
  expect(signedIn.body).toMatchObject({ account: { id: accountId }, user: { email }, role: "owner" });
  expect(readCookie(signedIn)).toMatch(/^ccp_session=[^;]+; Path=\/; .*HttpOnly; SameSite=Lax$/);

  const cookie = toCookie(signedIn);
  expect((await getSession(cookie)).body).toEqual(signedIn.body);
  await request(testApp.app).delete("/api/v1/session").set(ownPage).set("cookie", cookie).expect(204);
  await getSession(cookie).expect(401);
});

test("a wrong password and an unknown address get the same answer", async () => {
  const { email } = await createOwner();
  const wrong = await signIn({ email, password: "wrong password here" });
  const unknown = await signIn({ email: "nobody@accounts.example", password });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(wrong.body.message).toBe(unknown.body.message);
  expect(wrong.headers["set-cookie"]).toBeUndefined();
});

test("a session id from before signing in is worth nothing after it", async () => {
  const { email } = await createOwner();
  const first = toCookie(await signIn({ email, password }));
  const second = toCookie(await signIn({ email, password }, { headers: { cookie: first } }));
  expect(second).not.toBe(first);
  await getSession(first).expect(401);
  await getSession(second).expect(200);
});

test("the table of sessions holds no id that a cookie could carry", async () => {
  const { email } = await createOwner();
  const cookie = decodeURIComponent(toCookie(await signIn({ email, password })));
  const sid = /s:([^.]+)\./.exec(cookie)?.[1] ?? "";
  const { rows } = await withDirectory(testApp.deps.pools.app, (tx) =>
    tx.query<{ sid: string }>("select sid from sessions"),
  );
  expect(sid.length).toBeGreaterThan(20);
  expect(rows.map((row) => row.sid)).not.toContain(sid);
});

test("with a public address the cookie is for HTTPS and this very host only", async () => {
  const app = createHttpApp({ ...testApp.deps, publicUrl: "https://calls.example.com" });
  const { email } = await createOwner();
  const signedIn = await signIn({ email, password }, { app, headers: { "x-forwarded-proto": "https" } });
  expect(readCookie(signedIn)).toMatch(/^__Host-ccp_session=.*; Secure; SameSite=Lax$/);
  expect(readCookie(signedIn)).not.toContain("Domain");
  const { components } = (await request(app).get("/openapi.json")).body;
  expect(readCookie(signedIn)).toContain(`${components.securitySchemes.sessionOverHttps.name}=`);
  expect(signedIn.headers["strict-transport-security"]).toContain("max-age=31536000");
});

test("a session ends after twelve hours however busy it is", async () => {
  let now = Date.now();
  const app = createHttpApp({ ...testApp.deps, clock: { ...systemClock, now: () => now } });
  const { email } = await createOwner();
  const cookie = toCookie(await signIn({ email, password }, { app }));
  now += 12 * 60 * 60_000;
  await getSession(cookie, app).expect(200);
  now += 1;
  await getSession(cookie, app).expect(401);
});

test("a change of role acts at the next request", async () => {
  const { email, accountId, userId } = await createOwner();
  const cookie = toCookie(await signIn({ email, password }));
  await withAccount(testApp.deps.pools.app, accountId, (tx) =>
    tx.query("update users set role = 'analyst' where id = $1", [userId]),
  );
  const create = () =>
    request(testApp.app).post("/api/v1/buyers").set(ownPage).set("cookie", cookie).send({ name: "Acme" });
  expect((await create()).body.code).toBe("forbidden");
});

test("a sign-in link works once and leaves an audit row", async () => {
  const { accountId, userId } = await createOwner();
  const token = await createSignInLink({ pools: testApp.deps.pools, accountId, userId });
  const redeem = () => request(testApp.app).post("/api/v1/session/redeem").set(ownPage).send({ token });
  const first = await redeem();
  expect(first.body.user.id).toBe(userId);
  expect((await redeem()).body.code).toBe("unauthenticated");
  const audit = await request(testApp.app).get("/api/v1/audit").set("cookie", toCookie(first));
  const requestId = first.headers["x-request-id"];
  expect(audit.body.items[0]).toMatchObject({ action: "redeem-link", noun: "session", requestId });
});

test("a request with an API key signs nobody in, and uses no link up", async () => {
  const { accountId, userId, email } = await createOwner();
  const token = await createSignInLink({ pools: testApp.deps.pools, accountId, userId });
  const withKey = { ...ownPage, authorization: "Bearer any" };
  const redeem = (headers: Record<string, string>) =>
    request(testApp.app).post("/api/v1/session/redeem").set(headers).send({ token });
  const refused = [await redeem(withKey), await signIn({ email, password }, { headers: withKey })];
  expect(refused.map(({ body }) => body.message)).toEqual(
    Array.from(refused, () => "Sign in without an API key."),
  );
  const redeemed = await redeem(ownPage);
  expect(redeemed.status).toBe(200);
  const audit = await request(testApp.app).get("/api/v1/audit").set("cookie", toCookie(redeemed));
  expect(audit.body.items.filter(({ noun }: { noun: string }) => noun === "session")).toHaveLength(1);
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbouring host", { "sec-fetch-site": "same-site" }],
  ["another origin, in a browser without fetch metadata", { origin: "https://evil.example" }],
  ["no page at all, though with a cookie", {}],
])("a write from %s is refused", async (_from, headers) => {
  const { email } = await createOwner();
  const cookie = toCookie(await signIn({ email, password }));
  const response = await request(testApp.app)
    .post("/api/v1/buyers")
    .set({ cookie, ...headers })
    .send({ name: "Acme Dental" });
  expect([response.status, response.body.code]).toEqual([403, "cross-site"]);
});

test("a write from our own origin passes in a browser without fetch metadata", async () => {
  const { email } = await createOwner();
  const cookie = toCookie(await signIn({ email, password }));
  const origin = testApp.deps.publicUrl;
  await request(testApp.app)
    .post("/api/v1/buyers")
    .set({ cookie, origin })
    .send({ name: "Acme" })
    .expect(201);
});

test("signing in on behalf of a visitor of another site is refused", async () => {
  const { email } = await createOwner();
  const response = await request(testApp.app)
    .post("/api/v1/session")
    .set("sec-fetch-site", "cross-site")
    .send({ email, password });
  expect(response.body.code).toBe("cross-site");
});

test("after ten wrong passwords an address waits, even with the right one; others do not", async () => {
  const app = createHttpApp(testApp.deps);
  const { email } = await createOwner();
  const other = await createOwner();
  for (let tries = 0; tries < 10; tries += 1) {
    await signIn({ email, password: "wrong password here" }, { app }).expect(401);
  }
  const refused = await signIn({ email: email.toUpperCase(), password }, { app });
  expect([refused.status, refused.body.code]).toEqual([429, "rate-limited"]);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  await signIn({ email: other.email, password }, { app }).expect(200);
});

test("tries that the database did not answer are no wrong passwords", async () => {
  const { pools } = testApp.deps;
  let isAway = true;
  const connect = () => (isAway ? Promise.reject(new Error("connect timeout")) : pools.app.connect());
  const app = createHttpApp({
    ...testApp.deps,
    pools: { ...pools, app: { limits: pools.app.limits, connect } },
  });
  const { email } = await createOwner();
  for (let tries = 0; tries < 31; tries += 1) await signIn({ email, password }, { app }).expect(503);
  isAway = false;
  await signIn({ email, password }, { app }).expect(200);
});

test("after thirty failures a network waits, whomever it tries to be", async () => {
  const app = createHttpApp(testApp.deps);
  const redeem = (address: string) =>
    request(app)
      .post("/api/v1/session/redeem")
      .set({ ...ownPage, "x-forwarded-for": address })
      .send({ token: "0123456789abcdef" });
  for (let tries = 0; tries < 30; tries += 1) await redeem(`203.0.113.${tries}`).expect(401);
  await redeem("203.0.113.200").expect(429);
  await redeem("198.51.100.1").expect(401);
});

test("addresses of one IPv6 network are one visitor's, however they are written", async () => {
  const app = createHttpApp(testApp.deps);
  const redeem = (address: string) =>
    request(app)
      .post("/api/v1/session/redeem")
      .set({ ...ownPage, "x-forwarded-for": address })
      .send({ token: "0123456789abcdef" });
  for (let tries = 0; tries < 15; tries += 1) {
    await redeem(`2001:db8::a:0:0:${tries}`).expect(401);
    await redeem(`2001:DB8::${tries + 1}`).expect(401);
  }
  await redeem("2001:db8:0:0:1:2:3:4").expect(429);
  await redeem("2001:db8:0:1::1").expect(401);
});
