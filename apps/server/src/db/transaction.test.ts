import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { withAccount, withDirectory } from "./transaction.ts";

let database: TestDatabase;
let a: TestAccount;
let b: TestAccount;
beforeAll(async () => {
  database = await createTestDatabase();
  [a, b] = [await createTestAccount(database.pools), await createTestAccount(database.pools)];
});
afterAll(() => database.drop());

const insertBuyer = "insert into buyers (account_id, name, status) values ($1, $2, 'active')";

test("a query that forgets its filter sees its own account only", async () => {
  const { app } = database.pools;
  await withAccount(app, a.accountId, (tx) => tx.query(insertBuyer, [a.accountId, "mine"]));
  await withAccount(app, b.accountId, (tx) => tx.query(insertBuyer, [b.accountId, "theirs"]));
  const seen = await withAccount(app, a.accountId, (tx) => tx.query("select name from buyers"));
  expect(seen.rows).toEqual([{ name: "mine" }]);
  const changed = await withAccount(app, a.accountId, (tx) =>
    tx.query("update buyers set status = 'paused'"),
  );
  expect(changed.rowCount).toBe(1);
});

test("a row of another account can be neither inserted nor moved to", async () => {
  const { app } = database.pools;
  const refusal = /row-level security/;
  await expect(
    withAccount(app, a.accountId, (tx) => tx.query(insertBuyer, [b.accountId, "planted"])),
  ).rejects.toThrow(refusal);
  await expect(
    withAccount(app, a.accountId, (tx) => tx.query("update buyers set account_id = $1", [b.accountId])),
  ).rejects.toThrow(refusal);
});

test("a row cannot refer to another account's", async () => {
  const { app } = database.pools;
  const { rows } = await withAccount(app, b.accountId, (tx) => tx.query("select id from buyers"));
  await expect(
    withAccount(app, a.accountId, (tx) =>
      tx.query(
        `insert into targets (account_id, id, buyer_id, name, status, destination_kind, destination, revenue_micros, revenue_after_seconds)
         values ($1, $2, $3, 'x', 'active', 'phone', '+12025550142', 0, 0)`,
        [a.accountId, randomUUID(), rows[0]?.["id"]],
      ),
    ),
  ).rejects.toThrow("foreign key");
});

test("the role and the account end with the transaction, on whichever connection comes next", async () => {
  const { app } = database.pools;
  await withAccount(app, a.accountId, (tx) => tx.query("select 1"));
  for (let connection = 0; connection < 12; connection += 1) {
    const client = await app.connect();
    const { rows } = await client.query(
      "select current_user as role, (select count(*)::int from buyers) + (select count(*)::int from accounts) as seen",
    );
    client.release();
    expect(rows).toEqual([{ role: "ccp", seen: 0 }]);
  }
});

test("the directory's role sees ids and revisions of accounts, and nothing else of theirs", async () => {
  const { app } = database.pools;
  const ids = await withDirectory(app, (tx) => tx.query("select account_id, revision from accounts"));
  expect(ids.rowCount).toBe(2);
  await expect(withDirectory(app, (tx) => tx.query("select name from accounts"))).rejects.toThrow(
    "permission",
  );
  await expect(withDirectory(app, (tx) => tx.query("select 1 from buyers"))).rejects.toThrow("permission");
  await expect(
    withAccount(app, a.accountId, (tx) => tx.query("select 1 from login_directory")),
  ).rejects.toThrow("permission");
});

test("a directory step belongs to the account's transaction and gives the role back", async () => {
  const { app } = database.pools;
  const hash = randomUUID();
  const insertSession = "insert into sessions (sid, sess, expire) values ($1, '{}', now())";
  const failing = withAccount(app, a.accountId, async (tx) => {
    await tx.asDirectory((directory) => directory.query(insertSession, [hash]));
    await tx.query(insertBuyer, [a.accountId, "with a session"]);
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  const left = await withDirectory(app, (tx) => tx.query("select 1 from sessions where sid = $1", [hash]));
  expect(left.rowCount).toBe(0);
});

test("an account id that is none never reaches the database", async () => {
  const { app } = database.pools;
  for (const id of ["", "'; drop table calls; --", randomUUID().toUpperCase(), `${randomUUID()}\n`]) {
    await expect(withAccount(app, id, () => Promise.resolve("reached"))).rejects.toThrow("UUID");
  }
});

test("transfers cannot be changed, removed or made without an amount and two sides", async () => {
  const { app } = database.pools;
  const insert = (amount: number, debit: string) =>
    withAccount(app, a.accountId, (tx) =>
      tx.query(
        `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, debit, credit, amount_micros, currency, effective_at)
         values ($1, $2, $3, 'revenue', $4, 'revenue', $5, 'USD', now())`,
        [a.accountId, randomUUID(), randomUUID(), debit, amount],
      ),
    );
  await insert(1, "buyer:1");
  await expect(insert(0, "buyer:1")).rejects.toThrow("amount_positive");
  await expect(insert(1, "revenue")).rejects.toThrow("two_sides");
  for (const statement of [
    "update ledger_transfers set amount_micros = 2",
    "delete from ledger_transfers",
    "truncate ledger_transfers",
    "delete from call_events",
    "update audit_log set action = 'x'",
  ]) {
    await expect(withAccount(app, a.accountId, (tx) => tx.query(statement))).rejects.toThrow(
      "permission denied",
    );
  }
});

test("a connection that no longer answers is thrown away, and the next one works", async () => {
  const { drain } = database.pools;
  const slow = withAccount(drain, a.accountId, (tx) => tx.query("select pg_sleep(30)"));
  await expect(slow).rejects.toThrow("statement timeout");
  const gone = withAccount(drain, a.accountId, (tx) =>
    tx.query("select pg_terminate_backend(pg_backend_pid())"),
  );
  await expect(gone).rejects.toThrow();
  const { rows } = await withAccount(drain, a.accountId, (tx) => tx.query("select 1 as one"));
  expect(rows).toEqual([{ one: 1 }]);
});
