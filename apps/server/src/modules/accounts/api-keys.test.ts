import { crc32 } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount, withDirectory } from "#db/transaction.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { makeApiKey } from "./api-key-text.ts";
import { createApiKey } from "./create-api-key.ts";
import { ensureInitialAccount } from "./ensure-initial-account.ts";
import { findApiKey } from "./find-api-key.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { signIn } from "./sign-in.ts";

let database: TestDatabase;
let mine: TestAccount;
let theirs: TestAccount;
beforeAll(async () => {
  database = await createTestDatabase();
  [mine, theirs] = [await createTestAccount(database.pools), await createTestAccount(database.pools)];
});
afterAll(() => database.drop());

test("a key leads to its account and role until it is revoked", async () => {
  const { pools } = database;
  const made = await createApiKey({ pools, ctx: mine.ctx, input: { name: "Reports", role: "analyst" } });
  expect(await findApiKey({ pools, key: made.key })).toEqual({
    accountId: mine.accountId,
    apiKeyId: made.id,
    role: "analyst",
  });
  const revoked = await revokeApiKey({ pools, ctx: mine.ctx, input: { id: made.id } });
  expect(revoked.revokedAt).not.toBeNull();
  expect(await findApiKey({ pools, key: made.key })).toBeUndefined();
  expect(await revokeApiKey({ pools, ctx: mine.ctx, input: { id: made.id } })).toEqual(revoked);
});

test("the key is shown once: no table, list or audit row has it", async () => {
  const { pools } = database;
  const { key, ...shown } = await createApiKey({
    pools,
    ctx: mine.ctx,
    input: { name: "Once", role: "manager" },
  });
  const { items } = await listApiKeys({ pools, ctx: mine.ctx, input: { limit: 1 } });
  expect(items).toEqual([shown]);
  const kept = await withAccount(pools.app, mine.accountId, (tx) =>
    tx.query(
      "select (select json_agg(k) from api_keys k) as keys, (select json_agg(l) from audit_log l) as log",
    ),
  );
  const directory = await withDirectory(pools.app, (tx) => tx.query("select * from api_key_directory"));
  expect(JSON.stringify([kept.rows, directory.rows])).not.toContain(key.slice(-38));
});

test("another account neither sees nor revokes a key", async () => {
  const { pools } = database;
  const { id, key } = await createApiKey({ pools, ctx: mine.ctx, input: { name: "Private", role: "owner" } });
  await expect(revokeApiKey({ pools, ctx: theirs.ctx, input: { id } })).rejects.toMatchObject({
    code: "not-found",
  });
  expect((await listApiKeys({ pools, ctx: theirs.ctx, input: { limit: 50 } })).items).toEqual([]);
  expect(await findApiKey({ pools, key })).toMatchObject({ accountId: mine.accountId });
});

test("nobody gives a key a role above their own, and analysts give none", async () => {
  const { pools } = database;
  const refusal = { code: "forbidden" };
  const admin = { ...mine.ctx, role: "admin" } as const;
  const analyst = { ...mine.ctx, role: "analyst" } as const;
  await expect(
    createApiKey({ pools, ctx: admin, input: { name: "x", role: "owner" } }),
  ).rejects.toMatchObject(refusal);
  await expect(
    createApiKey({ pools, ctx: analyst, input: { name: "x", role: "analyst" } }),
  ).rejects.toMatchObject(refusal);
});

test("keys can be recognised by their beginning and checksum", () => {
  const keys = Array.from({ length: 200 }, makeApiKey);
  expect(new Set(keys).size).toBe(200);
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  for (const key of keys) {
    expect(key).toMatch(/^ccp_live_[0-9A-Za-z]{8}_[0-9A-Za-z]{38}$/);
    const sum = Array.from(key.slice(-6)).reduce((value, digit) => value * 62 + alphabet.indexOf(digit), 0);
    expect(sum).toBe(crc32(key.slice(0, -6)));
  }
});

test("the account of the environment is made once, and what exists is left alone", async () => {
  const { pools } = database;
  const input = {
    accountName: "Headless",
    email: "owner@headless.example",
    password: "first password",
    apiKey: `ccp_live_${"a".repeat(40)}`,
  };
  const first = await ensureInitialAccount({ pools, input });
  const second = await ensureInitialAccount({ pools, input: { ...input, password: "second password" } });
  expect(second).toEqual(first);
  expect(await findApiKey({ pools, key: input.apiKey })).toMatchObject({
    accountId: first.accountId,
    role: "owner",
  });
  expect(await signIn({ pools, email: input.email, password: "first password" })).toMatchObject(first);
  expect(await signIn({ pools, email: input.email, password: "second password" })).toBeNull();
});
