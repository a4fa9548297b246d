import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import type { SnapshotEntry } from "#live/snapshot/snapshot.ts";
import { recordChange } from "#modules/audit/record-change.ts";
import { createSealer } from "#sealing.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { compileBook } from "./compile-book.ts";

const sealer = createSealer([{ id: "k1", secret: "a key for tests only" }]);
const log = pino({ level: "silent" });

let database: TestDatabase;
let account: TestAccount;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await createTestAccount(database.pools);
});

const compile = async (present?: SnapshotEntry): Promise<SnapshotEntry> => {
  const compiled = await withAccount(database.pools.app, account.accountId, (tx) =>
    compileBook(tx, { sealer, log, snapshot: { find: () => present } }),
  );
  if (compiled === undefined) throw new Error("There is no such account.");
  return compiled.entry;
};

const change = (statement: string, values: unknown[] = []): Promise<void> =>
  withAccount(database.pools.app, account.accountId, async (tx) => {
    await tx.query(statement, values);
    const told = { action: "update", noun: "blocked-caller", nounId: "1", before: null, after: null };
    await recordChange(tx, account.ctx, { ...told, book: true });
  });

const blockMany = (count: number) =>
  change(
    `insert into blocked_callers (account_id, kind, value, reason)
     select $1, 'number', (12025550000 + n)::text, '' from generate_series(1, $2::int) n`,
    [account.accountId, count],
  );

test("blocked callers stand beside the book and not in it, and a change of the list brings a new entry", async () => {
  const before = await compile();
  expect(before).not.toHaveProperty("blocked");
  await change(
    `insert into blocked_callers (account_id, kind, value, reason, expires_at)
     values ($1, 'prefix', '1900', 'spam', '2026-12-01T00:00:00Z')`,
    [account.accountId],
  );
  const after = await compile(before);
  const entry = { campaignId: null, kind: "prefix", value: "1900", reason: "spam" };
  expect(after.blocked?.entries).toEqual([
    { ...entry, id: expect.any(Number), expiresAt: Date.UTC(2026, 11, 1) },
  ]);
  expect(after.book).toEqual({ ...before.book, revision: before.book.revision + 1 });
});

test("a list that has not changed is taken over as it is, one that has is read anew", async () => {
  await blockMany(4001);
  const first = await compile();
  expect(first.blocked?.entries.length).toBe(4001);
  await change("update accounts set name = 'Renamed'");
  expect((await compile(first)).blocked).toBe(first.blocked);
  await change("update blocked_callers set reason = 'spam' where value = '12025552000'");
  expect((await compile(first)).blocked?.entries[1999]).toMatchObject({ reason: "spam" });
  await change("delete from blocked_callers");
  expect(await compile(first)).not.toHaveProperty("blocked");
});

test("another account's entries are in nobody else's list", async () => {
  await blockMany(3);
  account = await createTestAccount(database.pools);
  expect(await compile()).not.toHaveProperty("blocked");
});
