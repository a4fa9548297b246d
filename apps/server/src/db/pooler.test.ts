import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPooler, type Pooler, startPooler } from "#testing/start-pooler.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { checkRole } from "./check-role.ts";
import { createPools, type Pools } from "./client.ts";
import { accounts } from "./schema/accounts.ts";
import { withAccount, withDirectory } from "./transaction.ts";

const program = findPooler() ?? "";

describe.runIf(program !== "")("through PgBouncer in transaction mode", () => {
  let database: TestDatabase;
  let pooler: Pooler;
  let pools: Pools;
  let owners: TestAccount[];
  beforeAll(async () => {
    database = await createTestDatabase();
    pooler = await startPooler(program, database.url);
    pools = createPools({ url: pooler.url });
    owners = [];
    for (let made = 0; made < 4; made += 1) owners.push(await createTestAccount(pools));
  });
  afterAll(async () => {
    await pools.close();
    await pooler.stop();
    await database.drop();
  });

  test("accounts that share connections never see each other's rows", async () => {
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const { accountId } = owners[index % owners.length] ?? { accountId: "" };
        const rows = await withAccount(pools.app, accountId, async (tx) => {
          const first = await tx.query<{ account_id: string }>("select account_id from accounts where $1", [
            true,
          ]);
          const second = await tx.db.select({ account_id: accounts.accountId }).from(accounts);
          return [...first.rows, ...second];
        });
        return rows.length === 2 && rows.every((row) => row.account_id === accountId);
      }),
    );
    expect(seen.filter(Boolean)).toHaveLength(200);
  });

  test("neither role nor account nor time limit stays on the shared connection", async () => {
    await Promise.all(
      owners.map(({ accountId }) => withAccount(pools.app, accountId, (tx) => tx.query("select 1"))),
    );
    await withDirectory(pools.app, (tx) => tx.query("select 1"));
    const client = await pools.app.connect();
    const { rows } = await client.query(
      `select current_user as role, coalesce(current_setting('app.account', true), '') as account,
         current_setting('statement_timeout') as timeout, (select count(*)::int from accounts) as accounts`,
    );
    client.release();
    expect(rows).toEqual([{ role: "ccp", account: "", timeout: "0", accounts: 0 }]);
  });

  test("the check of the roles works", async () => {
    await expect(checkRole(pools.app)).resolves.toBeUndefined();
  });
});
