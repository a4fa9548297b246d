import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { withAccount, withDirectory } from "./transaction.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a transaction sees its own account only", async () => {
  const { app } = database.pools;
  const [a, b] = [randomUUID(), randomUUID()];
  for (const id of [a, b]) {
    await withAccount(app, id, (tx) =>
      tx.query(
        "insert into accounts (account_id, name, currency, time_zone) values ($1, 'x', 'USD', 'UTC')",
        [id],
      ),
    );
  }
  const { rows } = await withAccount(app, a, (tx) => tx.query("select account_id from accounts"));
  expect(rows).toEqual([{ account_id: a }]);
  const all = await withDirectory(app, (tx) => tx.query("select account_id from accounts"));
  expect(all.rowCount).toBe(2);
});
