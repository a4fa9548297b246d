import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import type { SnapshotEntry } from "#live/snapshot/snapshot.ts";
import { updateTarget } from "#modules/targets/update-target.ts";
import { replaceListValues } from "#modules/value-lists/replace-list-values.ts";
import { updateValueList } from "#modules/value-lists/update-value-list.ts";
import { compileBook } from "./compile-book.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
});
afterAll(() => testApp.close());
beforeEach(async () => {
  account = await furnishAccount(testApp);
});

const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx });

const compile = async (present?: SnapshotEntry): Promise<SnapshotEntry> => {
  const { sealer, pools } = testApp.deps;
  const compiled = await withAccount(pools.app, account.accountId, (tx) =>
    compileBook(tx, { sealer, log: pino({ level: "silent" }), snapshot: { find: () => present } }),
  );
  if (compiled === undefined) throw new Error("There is no such account.");
  return compiled.entry;
};

const askForList = () =>
  updateTarget({
    ...using(),
    input: {
      id: account.ids.target,
      patch: {
        timeZone: "America/Chicago",
        filter: {
          all: [
            { any: [{ tag: "InboundNumber:Number", operator: "in-list", listId: account.ids.valueList }] },
            { any: [{ tag: "Campaign:Id", operator: "equals", value: account.ids.campaign }] },
          ],
        },
      },
    },
  });

const findRow = ({ book }: SnapshotEntry) => book.campaigns[account.ids.campaign]?.rows[0];

test("a filter is in the book with its clock and names, its list beside it; without one there is neither", async () => {
  const before = await compile();
  expect(before).not.toHaveProperty("lists");
  expect(findRow(before)).not.toHaveProperty("filter");
  await askForList();
  const after = await compile(before);
  expect(after.lists).toEqual([
    { id: account.ids.valueList, digest: expect.any(String), values: ["+12025550142"] },
  ]);
  const [tag] = account.marks;
  expect(findRow(after)?.filter).toMatchObject({
    timeZone: "America/Chicago",
    names: { [account.ids.valueList]: `Known callers ${tag}`, [account.ids.campaign]: `Dentists ${tag}` },
  });
});

test("a list that has not changed is taken over as it is, and other values bring a new one and the same book", async () => {
  await askForList();
  const first = await compile();
  await updateValueList({
    ...using(),
    input: { id: account.ids.spareValueList, patch: { name: "Renamed" } },
  });
  const second = await compile(first);
  expect(second.lists?.[0]).toBe(first.lists?.[0]);
  await replaceListValues({ ...using(), input: { id: account.ids.valueList, text: "1\n2" } });
  const third = await compile(second);
  expect(third.lists?.[0]?.values).toEqual(["1", "2"]);
  expect({ ...third.book, revision: 0 }).toEqual({ ...first.book, revision: 0 });
});
