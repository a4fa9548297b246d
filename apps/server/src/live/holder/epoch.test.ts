import { afterAll, beforeAll, expect, test } from "vitest";
import { withDirectory } from "#db/transaction.ts";
import { type TestDatabase, createTestDatabase } from "#testing/test-database.ts";
import { createEpochs } from "./epoch.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await database.drop();
});

test("every taking counts the epoch up by one, also when several take at once", async () => {
  const epochs = createEpochs((work) => withDirectory(database.pools.app, work));
  expect(await epochs.readEpoch()).toBe(0);
  expect(await epochs.takeEpoch("node-1")).toBe(1);
  const taken = await Promise.all(["a", "b", "c", "d"].map((holder) => epochs.takeEpoch(holder)));
  expect(taken.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5]);
  expect(await epochs.readEpoch()).toBe(5);
});
