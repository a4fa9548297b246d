import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { furnishAccount } from "#http/testing/furnished-account.ts";
import { updateAccount } from "#modules/accounts/update-account.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { getChecklist } from "./get-checklist.ts";

let testApp: TestApp;
beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());

const read = ({ ctx }: Pick<TestAccount, "ctx">) => getChecklist({ pools: testApp.deps.pools, ctx });

const listOpen = async (account: Pick<TestAccount, "ctx">): Promise<string[]> =>
  (await read(account)).steps.filter(({ isDone }) => !isDone).map(({ id }) => id);

test("in an account with a simulated carrier and nothing else, everything after it is open", async () => {
  const account = await createTestAccount(testApp.deps.pools);
  expect(await listOpen(account)).toEqual(["target", "campaign", "number", "routing", "test-call"]);
  await updateAccount({ pools: testApp.deps.pools, ctx: account.ctx, input: { isChecklistHidden: true } });
  expect(await read(account)).toMatchObject({ isHidden: true, isDone: false });
});

test("each step is open again as soon as what it asks for is gone", async () => {
  const account = await furnishAccount(testApp);
  expect(await read(account)).toMatchObject({ isDone: true });
  const run = (sql: string) => withAccount(testApp.deps.pools.app, account.accountId, (tx) => tx.query(sql));
  const steps: [string, string[]][] = [
    ["delete from calls", ["test-call"]],
    ["update buyers set status = 'paused'", ["target", "routing", "test-call"]],
    ["update buyers set status = 'active'", ["test-call"]],
    ["update plan_rows set enabled = false", ["routing", "test-call"]],
    ["update numbers set status = 'paused'", ["number", "routing", "test-call"]],
    ["update campaigns set status = 'paused'", ["campaign", "number", "routing", "test-call"]],
    [
      "update carrier_accounts set carrier = 'twilio'",
      ["carrier", "campaign", "number", "routing", "test-call"],
    ],
  ];
  for (const [sql, open] of steps) {
    await run(sql);
    expect(await listOpen(account), sql).toEqual(open);
  }
});
