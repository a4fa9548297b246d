import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { getAccount } from "./get-account.ts";
import { updateAccount } from "./update-account.ts";

let database: TestDatabase;
let account: TestAccount;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await createTestAccount(database.pools);
});

const using = () => ({ pools: database.pools, ctx: account.ctx });

const readRevision = async (): Promise<number> => {
  const { rows } = await withAccount(database.pools.app, account.accountId, (tx) =>
    tx.query<{ revision: number }>("select revision::int from accounts"),
  );
  return rows[0]?.revision ?? 0;
};

test("what the routing book shows moves it on, and nothing else does", async () => {
  const first = await readRevision();
  const renamed = await updateAccount({ ...using(), input: { name: "New name", isChecklistHidden: true } });
  expect(renamed).toMatchObject({ name: "New name", isChecklistHidden: true, version: 2 });
  expect(await readRevision()).toBe(first);
  await updateAccount({ ...using(), input: { timeZone: "America/Los_Angeles" } });
  expect(await readRevision()).toBe(first + 1);
  await updateAccount({ ...using(), input: { currency: "EUR" } });
  expect(await readRevision()).toBe(first + 2);
  await updateAccount({ ...using(), input: { attestations: ["A", "B"] } });
  await updateAccount({ ...using(), input: { dialCountries: ["US"] } });
  await updateAccount({ ...using(), input: { highRiskPrefixes: ["+1900"] } });
  expect(await readRevision()).toBe(first + 5);
  await updateAccount({ ...using(), input: { dialCountries: ["US"] } });
  expect(await readRevision()).toBe(first + 5);
});

test("the currency stays as soon as a call is booked", async () => {
  await withAccount(database.pools.drain, account.accountId, (tx) =>
    bookEvents(tx, createSampleCall(account.accountId).start()),
  );
  expect(await getAccount(using())).toMatchObject({ currency: "USD", isCurrencyFixed: true });
  const refused = updateAccount({ ...using(), input: { currency: "EUR" } });
  await expect(refused).rejects.toMatchObject({ details: [{ path: "body.currency" }] });
  expect(await updateAccount({ ...using(), input: { currency: "USD", name: "Same" } })).toMatchObject({
    name: "Same",
  });
});

test("two people who change the settings at once see that the other did", async () => {
  const both = await Promise.allSettled(
    ["One", "Two"].map((name) => updateAccount({ ...using(), input: { name, version: 1 } })),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const lost = both.find((each) => each.status === "rejected");
  expect(lost?.reason).toMatchObject({ code: "stale" });
});
