import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestAccount, testSealer } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { seedDemo } from "./seed-demo.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("an empty database gets one demo workspace, however often it starts", async () => {
  const deps = { pools: database.pools, sealer: testSealer };
  const first = await seedDemo(deps);
  const second = await seedDemo(deps);
  expect(second).toEqual(first);
  expect(first?.carrierAccount.accountRef).toMatch(/^ACfacade[0-9a-f]{26}$/);
  expect(first?.numbers).toHaveLength(5);
  const counts = await withAccount(database.pools.app, first?.accountId ?? "", (tx) =>
    tx.query(`select (select count(*)::int from campaigns) as campaigns, (select count(*)::int from targets) as targets,
      (select count(*)::int from plan_rows) as rows, (select is_demo from accounts) as demo`),
  );
  expect(counts.rows).toEqual([{ campaigns: 3, targets: 9, rows: 8, demo: true }]);
});

test("a database with other accounts gets none", async () => {
  const used = await createTestDatabase();
  try {
    await createTestAccount(used.pools);
    expect(await seedDemo({ pools: used.pools, sealer: testSealer })).toBeUndefined();
  } finally {
    await used.drop();
  }
});
