import type { Role } from "@ccp/contract";
import request from "supertest";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { createAccount } from "#modules/accounts/create-account.ts";

const password = "correct horse battery staple";
const ownPage = { "sec-fetch-site": "same-origin" };

let testApp: TestApp;
let accounts = 0;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

type Person = { cookie: string; id: number; accountId: string; email: string };

const toCookie = (response: request.Response): string =>
  response.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";

const send = (person: Person, method: "get" | "post" | "patch" | "delete", path: string, body?: object) =>
  request(testApp.app)[method](`/api/v1${path}`).set(ownPage).set("cookie", person.cookie).send(body);

const signIn = async (email: string, word = password) =>
  request(testApp.app).post("/api/v1/session").set(ownPage).send({ email, password: word });

const createOwner = async (): Promise<Person> => {
  accounts += 1;
  const email = `owner${accounts}@users.example`;
  const owner = { email, name: "Olga Owner", password };
  const input = { name: "Acme", currency: "USD", timeZone: "UTC", isDemo: false, owner };
  const { accountId, userId } = await createAccount({ pools: testApp.deps.pools, input });
  return { cookie: toCookie(await signIn(email)), id: userId, accountId, email };
};

const redeem = (url: string) =>
  request(testApp.app)
    .post("/api/v1/session/redeem")
    .set(ownPage)
    .send({ token: new URL(url).searchParams.get("token") });

/** Somebody whom the owner added and who came in by their link. */
const addPerson = async (owner: Person, role: Role): Promise<Person> => {
  accounts += 1;
  const email = `person${accounts}@users.example`;
  const made = await send(owner, "post", "/users", { email: email.toUpperCase(), name: "Pat", role });
  expect(made.status, made.text).toBe(201);
  const cookie = toCookie(await redeem(made.body.link.url));
  return { cookie, id: made.body.user.id, accountId: owner.accountId, email };
};

const isSignedIn = async (person: Person): Promise<boolean> =>
  (await send(person, "get", "/session")).status === 200;

test("somebody new comes in once by their link, within a day, and chooses a password", async () => {
  const owner = await createOwner();
  const made = await send(owner, "post", "/users", { email: "new@users.example", name: "Nora" });
  expect(made.body.user).toMatchObject({ role: "admin", hasPassword: false, lastSeenAt: null, version: 1 });
  const hours = (Date.parse(made.body.link.expiresAt) - Date.now()) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
  const nora: Person = {
    ...owner,
    cookie: toCookie(await redeem(made.body.link.url)),
    id: made.body.user.id,
  };
  expect((await redeem(made.body.link.url)).status).toBe(401);
  expect((await send(nora, "get", "/session")).body.user).toMatchObject({ name: "Nora", hasPassword: false });

  const changed = await send(nora, "post", "/session/password", {
    currentPassword: null,
    newPassword: "a new password",
  });
  expect(changed.status, changed.text).toBe(204);
  expect((await signIn("new@users.example", "a new password")).status).toBe(200);
  const { rows } = await withDirectory(testApp.deps.pools.app, (tx) =>
    tx.query<{ password_hash: string }>(
      "select password_hash from login_directory where email = 'new@users.example'",
    ),
  );
  expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$/);
});

test("a changed password ends one's other sessions and links, keeps this one, and wants the present one", async () => {
  const owner = await createOwner();
  const elsewhere: Person = { ...owner, cookie: toCookie(await signIn(owner.email)) };
  const link = await send(owner, "post", `/users/${owner.id}/sign-in-link`);
  const wrong = await send(owner, "post", "/session/password", {
    currentPassword: "wrong",
    newPassword: "whatever it is",
  });
  expect([wrong.status, wrong.body.details[0].path]).toEqual([400, "body.currentPassword"]);
  const missing = await send(owner, "post", "/session/password", {
    currentPassword: null,
    newPassword: "whatever it is",
  });
  expect(missing.status).toBe(400);

  const right = await send(owner, "post", "/session/password", {
    currentPassword: password,
    newPassword: "whatever it is",
  });
  expect(right.status, right.text).toBe(204);
  expect(await isSignedIn({ ...owner, cookie: toCookie(right) })).toBe(true);
  expect(await isSignedIn(owner)).toBe(false);
  expect(await isSignedIn(elsewhere)).toBe(false);
  expect((await redeem(link.body.url)).status).toBe(401);
  expect((await signIn(owner.email)).status).toBe(401);
  expect((await signIn(owner.email, "whatever it is")).status).toBe(200);
});

test("whoever is removed is out at once, cannot come back by password or link, and stays named", async () => {
  const owner = await createOwner();
  const person = await addPerson(owner, "admin");
  await send(person, "post", "/session/password", { currentPassword: null, newPassword: password });
  const other: Person = { ...person, cookie: toCookie(await signIn(person.email)) };
  const link = await send(owner, "post", `/users/${person.id}/sign-in-link`);
  expect(await isSignedIn(other)).toBe(true);

  expect((await send(owner, "delete", `/users/${person.id}`)).status).toBe(204);
  expect(await isSignedIn(other)).toBe(false);
  expect((await signIn(person.email)).status).toBe(401);
  expect((await redeem(link.body.url)).status).toBe(401);
  expect((await send(owner, "get", "/users")).body.items.map(({ id }: { id: number }) => id)).toEqual([
    owner.id,
  ]);
  expect((await send(owner, "delete", `/users/${person.id}`)).status).toBe(404);
  const audit = await send(owner, "get", `/audit?actor=user:${person.id}`);
  expect(audit.body.items[0].actor).toMatchObject({ id: String(person.id), name: "Pat" });
  // The address is free again.
  expect((await send(owner, "post", "/users", { email: person.email, name: "Pat" })).status).toBe(201);
});

test("an agent is linked to nobody once its person is removed, says so on the audit trail and can be given to another", async () => {
  const owner = await createOwner();
  const person = await addPerson(owner, "admin");
  const destination = { kind: "phone", address: "+12025550142" };
  const made = await send(owner, "post", "/agents", { name: "Pat", destination, userId: person.id });
  expect(made.body.user, made.text).toEqual({ id: person.id, name: "Pat" });
  const readRevision = async () => {
    const { rows } = await withAccount(testApp.deps.pools.app, owner.accountId, (tx) =>
      tx.query<{ revision: number }>("select revision::int as revision from accounts"),
    );
    return rows[0]?.revision ?? 0;
  };
  const revision = await readRevision();

  const removed = await send(owner, "delete", `/users/${person.id}`);
  expect(removed.status, removed.text).toBe(204);
  const agent = await send(owner, "get", `/agents/${made.body.id}`);
  expect(agent.body).toEqual({
    ...made.body,
    user: null,
    version: made.body.version + 1,
    updatedAt: agent.body.updatedAt,
  });
  expect(await readRevision()).toBe(revision + 1);
  const { body } = await send(owner, "get", "/audit?limit=2");
  expect(body.items).toMatchObject([
    { action: "remove", noun: "user", nounId: String(person.id), after: null },
    { action: "update", noun: "agent", before: { user: { id: person.id } }, after: { user: null } },
  ]);
  expect(new Set(body.items.map(({ requestId }: { requestId: string }) => requestId)).size).toBe(1);
  const next = await addPerson(owner, "admin");
  expect((await send(owner, "patch", `/agents/${made.body.id}`, { userId: next.id })).status).toBe(200);
});

test("the last owner can neither go nor be made less", async () => {
  const owner = await createOwner();
  expect((await send(owner, "delete", `/users/${owner.id}`)).body.code).toBe("conflict");
  expect((await send(owner, "patch", `/users/${owner.id}`, { role: "admin" })).body.code).toBe("conflict");
  const second = await addPerson(owner, "owner");
  const both = await Promise.all([
    send(owner, "patch", `/users/${owner.id}`, { role: "admin" }),
    send(second, "patch", `/users/${second.id}`, { role: "admin" }),
  ]);
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
});

test("an admin has no say over owners, and cannot become one", async () => {
  const owner = await createOwner();
  const admin = await addPerson(owner, "admin");
  const tries = await Promise.all([
    send(admin, "delete", `/users/${owner.id}`),
    send(admin, "patch", `/users/${owner.id}`, { name: "Mine" }),
    send(admin, "post", `/users/${owner.id}/sign-in-link`),
    send(admin, "patch", `/users/${admin.id}`, { role: "owner" }),
    send(admin, "post", "/users", { email: "boss@users.example", name: "Boss", role: "owner" }),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
});

test("two people who change the same user see that the other did", async () => {
  const owner = await createOwner();
  const person = await addPerson(owner, "admin");
  expect(
    (await send(owner, "patch", `/users/${person.id}`, { name: "Patricia", version: 1 })).body.version,
  ).toBe(2);
  const late = await send(owner, "patch", `/users/${person.id}`, { name: "Patrick", version: 1 });
  expect([late.status, late.body.code]).toEqual([409, "stale"]);
});

test("an address that somebody signs in with is refused beside its field, and only owner and admin are offered", async () => {
  const owner = await createOwner();
  const taken = await send(owner, "post", "/users", { email: owner.email, name: "Twin" });
  expect([taken.status, taken.body.details[0].path]).toEqual([409, "body.email"]);
  const role = await send(owner, "post", "/users", {
    email: "an@users.example",
    name: "An",
    role: "analyst",
  });
  expect([role.status, role.body.details[0].path]).toEqual([400, "body.role"]);
});

test("when somebody was last seen is kept, and written once in a while only", async () => {
  const owner = await createOwner();
  const read = async () => {
    const { rows } = await withAccount(testApp.deps.pools.app, owner.accountId, (tx) =>
      tx.query<{ at: Date; mark: string }>(
        "select last_seen_at as at, xmin::text as mark from users where id = $1",
        [owner.id],
      ),
    );
    return rows[0];
  };
  await send(owner, "get", "/session");
  const first = await read();
  await send(owner, "get", "/users");
  await send(owner, "get", "/account");
  expect(await read()).toEqual(first);
  await withAccount(testApp.deps.pools.app, owner.accountId, (tx) =>
    tx.query("update users set last_seen_at = now() - interval '6 minutes'"),
  );
  await send(owner, "get", "/account");
  expect((await read())?.at.getTime()).toBeGreaterThanOrEqual(first?.at.getTime() ?? Infinity);
});
