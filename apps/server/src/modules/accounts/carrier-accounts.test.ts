import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestAccount, type TestAccount, testSealer as sealer } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { openAuthToken } from "./auth-token.ts";
import { createCarrierAccount } from "./create-carrier-account.ts";
import { ensureCarrierAccount } from "./ensure-carrier-account.ts";
import { listCarrierAccounts } from "./list-carrier-accounts.ts";

let database: TestDatabase;
let mine: TestAccount;
let theirs: TestAccount;
beforeAll(async () => {
  database = await createTestDatabase();
  [mine, theirs] = [await createTestAccount(database.pools), await createTestAccount(database.pools)];
});
afterAll(() => database.drop());

const readAccount = async (account: TestAccount, id: number) => {
  const { rows } = await withAccount(database.pools.app, account.accountId, (tx) =>
    tx.query<{ sealed: string; revision: number }>(
      "select auth_token_sealed as sealed, (select revision::int from accounts) as revision from carrier_accounts where id = $1",
      [id],
    ),
  );
  return rows[0] ?? { sealed: "", revision: 0 };
};

test("a token is kept sealed and opens for its own row only", async () => {
  const { id, accountRef, authToken } = mine.carrierAccount;
  const { sealed } = await readAccount(mine, id);
  expect(sealed).not.toContain(authToken);
  expect(openAuthToken(sealer, { accountId: mine.accountId, accountRef }, sealed)).toBe(authToken);
  expect(() => openAuthToken(sealer, { accountId: theirs.accountId, accountRef }, sealed)).toThrow();
  expect(() => openAuthToken(sealer, { accountId: mine.accountId, accountRef: "AC2" }, sealed)).toThrow();
});

test("a carrier account that somebody has cannot be connected again, by them or by another", async () => {
  const { pools } = database;
  const input = {
    carrier: "simulator",
    name: "Again",
    accountRef: mine.carrierAccount.accountRef,
    authToken: "x".repeat(32),
  } as const;
  for (const { ctx } of [mine, theirs]) {
    await expect(createCarrierAccount({ pools, sealer, ctx, input })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listCarrierAccounts({ pools, ctx, input: { limit: 50 } })).items).toHaveLength(1);
  }
});

test("the environment's carrier account is connected once, and a changed token moves the book on", async () => {
  const { pools } = database;
  const { accountId } = mine;
  const input = {
    carrier: "twilio",
    name: "Twilio",
    accountRef: `AC${"1".repeat(32)}`,
    authToken: "first token of the account",
  } as const;
  const made = await ensureCarrierAccount({ pools, sealer, accountId, input });
  const first = await readAccount(mine, made.id);
  expect(await ensureCarrierAccount({ pools, sealer, accountId, input })).toEqual(made);
  expect(await readAccount(mine, made.id)).toEqual(first);
  const authToken = "second token of the account";
  expect(await ensureCarrierAccount({ pools, sealer, accountId, input: { ...input, authToken } })).toEqual(
    made,
  );
  const second = await readAccount(mine, made.id);
  expect(second.revision).toBe(first.revision + 1);
  expect(openAuthToken(sealer, { accountId, accountRef: input.accountRef }, second.sealed)).toBe(authToken);
});
