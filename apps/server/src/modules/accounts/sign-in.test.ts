import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createAccount, type CreatedAccount } from "./create-account.ts";
import { hashPassword, isPassword } from "./password.ts";
import { createSignInLink, redeemSignInLink } from "./sign-in-link.ts";
import { signIn } from "./sign-in.ts";

let database: TestDatabase;
let owner: CreatedAccount;
const email = "owner@signin.example";
const password = "correct horse battery staple";
const fields = { name: "Sign-in", currency: "USD", timeZone: "UTC", isDemo: false };
beforeAll(async () => {
  database = await createTestDatabase();
  const input = { ...fields, owner: { email, name: "Owner", password } };
  owner = await createAccount({ pools: database.pools, input });
});
afterAll(() => database.drop());

test("the right password signs in, however the address is written", async () => {
  const { pools } = database;
  const expected = { ...owner, role: "owner" };
  expect(await signIn({ pools, email, password })).toEqual(expected);
  expect(await signIn({ pools, email: " Owner@SignIn.example ", password })).toEqual(expected);
});

test("a wrong password, a stranger and an owner without a password get the same answer", async () => {
  const { pools } = database;
  const silent = { email: "silent@signin.example", name: "Silent", password: null };
  await createAccount({ pools, input: { ...fields, owner: silent } });
  expect(await signIn({ pools, email, password: "wrong" })).toBeNull();
  expect(await signIn({ pools, email: "nobody@signin.example", password })).toBeNull();
  expect(await signIn({ pools, email: silent.email, password: "" })).toBeNull();
});

test("a user who is gone does not get in any more", async () => {
  const { pools } = database;
  const leaver = { email: "leaver@signin.example", name: "Leaver", password };
  const { accountId, userId } = await createAccount({ pools, input: { ...fields, owner: leaver } });
  const token = await createSignInLink({ pools, accountId, userId });
  await withAccount(pools.app, accountId, (tx) => tx.query("delete from users"));
  expect(await signIn({ pools, email: leaver.email, password })).toBeNull();
  expect(await redeemSignInLink({ pools, token })).toBeNull();
});

test("passwords are kept as argon2id at the agreed cost", async () => {
  const hash = await hashPassword(password);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => isPassword(index % 2 === 0 ? password : "wrong", hash)),
  );
  expect(answers).toEqual([true, false, true, false, true, false, true, false]);
});

test("nobody can take an address that somebody signs in with, and nothing of the attempt stays", async () => {
  const { pools } = database;
  const count = () => withDirectory(pools.app, (tx) => tx.query("select count(*) from accounts"));
  const before = (await count()).rows;
  const input = { ...fields, owner: { email: email.toUpperCase(), name: "Thief", password } };
  await expect(createAccount({ pools, input })).rejects.toMatchObject({ code: "conflict" });
  expect((await count()).rows).toEqual(before);
  expect(await signIn({ pools, email, password })).toMatchObject(owner);
});

test("a link signs in once, also when it is used many times at once", async () => {
  const { pools } = database;
  const token = await createSignInLink({ pools, ...owner });
  const answers = await Promise.all(Array.from({ length: 10 }, () => redeemSignInLink({ pools, token })));
  expect(answers.filter((answer) => answer !== null)).toEqual([{ ...owner, role: "owner" }]);
  expect(await redeemSignInLink({ pools, token })).toBeNull();
});

test("a link that is too old or made up does nothing, and the database holds no token", async () => {
  const { pools } = database;
  const token = await createSignInLink({ pools, ...owner });
  const rows = await withDirectory(pools.app, (tx) =>
    tx.query("update login_links set expires_at = now() - interval '1 second' returning *"),
  );
  expect(JSON.stringify(rows.rows)).not.toContain(token);
  expect(await redeemSignInLink({ pools, token })).toBeNull();
  expect(await redeemSignInLink({ pools, token: "made-up" })).toBeNull();
});
