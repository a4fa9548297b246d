import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createLatePools } from "./late-pools.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const countConnections = async (pools: Pick<TestDatabase["pools"], "app">): Promise<number> => {
  const client = await pools.app.connect();
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  client.release();
  return rows[0]?.count ?? -1;
};

test("nobody gets a connection before the address is known, and a second opening closes the first", async () => {
  const pools = createLatePools();
  await expect(pools.app.connect()).rejects.toThrow("has not been started");
  pools.open({ url: database.url });
  await countConnections(pools);
  pools.open({ url: database.url });
  await expect.poll(() => countConnections(pools)).toBe(0);
  await pools.close();
});
