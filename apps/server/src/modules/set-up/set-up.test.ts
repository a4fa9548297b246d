import type { Express } from "express";
import request from "supertest";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withDirectory } from "#db/transaction.ts";
import { createHttpApp } from "#http/create-http-app.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createSetUpGate, type SetUpGate } from "./set-up-gate.ts";

let testApp: TestApp;
let gate: SetUpGate;
let told: string[];
beforeEach(async () => {
  gate = createSetUpGate({ isOpen: true });
  told = [];
  testApp = await createTestApp({
    setUpGate: gate,
    onSetUp: (accountId) => {
      told.push(accountId);
      return Promise.resolve();
    },
  });
});
afterEach(() => testApp.close());

const body = {
  accountName: "Acme Marketing",
  timeZone: "America/Chicago",
  currency: "usd",
  name: "Olga Owner",
  email: "Olga@Acme.example",
  password: "correct horse battery staple",
};

const send = (changes: object = {}, app: Express = testApp.app) =>
  request(app)
    .post("/api/v1/set-up")
    .set("sec-fetch-site", "same-origin")
    .send({ ...body, token: gate.token(), ...changes });

const isOpen = async () => (await request(testApp.app).get("/api/v1/set-up")).body.isOpen;

const countAccounts = async (): Promise<unknown> => {
  const { rows } = await withDirectory(testApp.deps.pools.app, (tx) =>
    tx.query("select count(*)::int as accounts from accounts"),
  );
  return rows[0];
};

test("the printed token makes the first account and signs its owner in; then the way in is closed", async () => {
  expect(await isOpen()).toBe(true);
  const token = gate.token();
  const made = await send();
  expect(made.status, made.text).toBe(201);
  expect(made.body).toMatchObject({
    account: { name: "Acme Marketing", timeZone: "America/Chicago", currency: "USD", isDemo: false },
    user: { email: "olga@acme.example", name: "Olga Owner", hasPassword: true },
    role: "owner",
  });
  const cookie = made.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  await request(testApp.app).get("/api/v1/session").set("cookie", cookie).expect(200);
  expect(told).toEqual([made.body.account.id]);
  expect(await isOpen()).toBe(false);
  expect((await send({ token, email: "second@acme.example" })).status).toBe(401);
  expect(await countAccounts()).toEqual({ accounts: 1 });
});

test("a wrong token makes nothing, and after many of them nobody may try for a while", async () => {
  const answers: number[] = [];
  for (let tries = 0; tries < 31; tries += 1) answers.push((await send({ token: "x".repeat(43) })).status);
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 401));
  expect(answers[30]).toBe(429);
  expect((await send()).status).toBe(429);
  expect(await countAccounts()).toEqual({ accounts: 0 });
});

test("of several who set up at once, in one process or two, one makes the account", async () => {
  const otherGate = createSetUpGate({ isOpen: true });
  const other = createHttpApp({ ...testApp.deps, setUpGate: otherGate });
  const token = gate.token();
  const answers = await Promise.all([
    ...[1, 2, 3].map((each) => send({ token, email: `a${each}@acme.example` })),
    ...[1, 2, 3].map((each) => send({ token: otherGate.token(), email: `b${each}@acme.example` }, other)),
  ]);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 201 || status === 409)).toHaveLength(6);
  expect(await countAccounts()).toEqual({ accounts: 1 });
});

test("where somebody has an account already, an open gate lets nobody in", async () => {
  await createTestAccount(testApp.deps.pools);
  expect(await isOpen()).toBe(false);
  expect((await send()).status).toBe(409);
  expect(await countAccounts()).toEqual({ accounts: 1 });
});

test("a gate that was never opened has no token, and takes none", async () => {
  const closed = createSetUpGate({ isOpen: false });
  expect(closed.token()).toBeNull();
  expect(["", "null", gate.token() ?? ""].map((token) => closed.isRight(token))).toEqual([
    false,
    false,
    false,
  ]);
  expect(createSetUpGate({ isOpen: true }).token()).not.toBe(gate.token());
});

test("each wrong field is named", async () => {
  const answer = await send({ timeZone: "+02:00", currency: "XQX", password: "short", email: "x" });
  expect(answer.status).toBe(400);
  const paths = answer.body.details.map(({ path }: { path: string }) => path);
  expect(paths.toSorted()).toEqual(["body.currency", "body.email", "body.password", "body.timeZone"]);
});
