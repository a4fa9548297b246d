import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createMemorySnapshot } from "#live/testing/sample-book.ts";
import { compileBook } from "#modules/books/compile-book.ts";
import { createTestAccount, type TestAccount, testSealer as sealer } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { openAuthToken } from "./auth-token.ts";
import { createCarrierAccount } from "./create-carrier-account.ts";
import { ensureCarrierAccount } from "./ensure-carrier-account.ts";
import { listCarrierAccounts } from "./list-carrier-accounts.ts";
import { updateCarrierAccount } from "./update-carrier-account.ts";

const dayMs = 24 * 3_600_000;
const log = pino({ level: "silent" });

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
  expect(openAuthToken(sealer, { accountId: mine.accountId, accountRef }, sealed)).toEqual({
    token: authToken,
    former: null,
  });
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
  const now = 1_000;
  const made = await ensureCarrierAccount({ pools, sealer, accountId, input, now });
  const first = await readAccount(mine, made?.id ?? 0);
  expect(await ensureCarrierAccount({ pools, sealer, accountId, input, now })).toEqual(made);
  expect(await readAccount(mine, made?.id ?? 0)).toEqual(first);
  const authToken = "second token of the account";
  const renewed = { ...input, authToken };
  expect(await ensureCarrierAccount({ pools, sealer, accountId, input: renewed, now })).toEqual(made);
  const second = await readAccount(mine, made?.id ?? 0);
  expect(second.revision).toBe(first.revision + 1);
  expect(openAuthToken(sealer, { accountId, accountRef: input.accountRef }, second.sealed)).toEqual({
    token: authToken,
    former: { token: input.authToken, until: now + dayMs },
  });
});

test("a replaced token is believed for a day, the one before it no more, and a repetition ends that", async () => {
  const { id, accountRef, authToken: first } = theirs.carrierAccount;
  const { pools } = database;
  const replace = async (authToken: string, now: number) => {
    await updateCarrierAccount({ pools, sealer, ctx: theirs.ctx, now, input: { id, patch: { authToken } } });
    const { sealed } = await readAccount(theirs, id);
    return openAuthToken(sealer, { accountId: theirs.accountId, accountRef }, sealed);
  };
  const [second, third] = ["the second of their tokens", "the third of their tokens"];
  expect(await replace(second, 0)).toEqual({ token: second, former: { token: first, until: dayMs } });
  expect(await replace(third, 5)).toEqual({ token: third, former: { token: second, until: dayMs + 5 } });
  const deps = { sealer, log, snapshot: createMemorySnapshot([]) };
  const compiled = await withAccount(pools.app, theirs.accountId, (tx) => compileBook(tx, deps));
  expect(compiled?.entry.carrierAccounts).toMatchObject([
    { authTokens: [third], formerToken: { token: second, until: dayMs + 5 } },
  ]);
  expect(await replace(third, 6)).toEqual({ token: third, former: null });
});
