import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Client } from "pg";
import { withDirectory } from "#db/transaction.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createEpochs, type Epochs } from "./epoch.ts";

let database: TestDatabase;
let owner: Client;
let epochs: Epochs;

const first = { holder: "first", folder: "folder-1" };
const second = { holder: "second", folder: "folder-2" };

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new Client({ connectionString: database.url });
  await owner.connect();
  epochs = createEpochs((work) => withDirectory(database.pools.app, work));
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

beforeEach(() => owner.query("delete from live_epoch"));

const age = (seconds: number) =>
  owner.query("update live_epoch set seen_at = now() - make_interval(secs => $1)", [seconds]);

test("of several that claim it at once one gets the live state", async () => {
  const folders = ["a", "b", "c", "d"];
  const taken = await Promise.all(folders.map((folder) => epochs.claim({ holder: folder, folder })));
  expect(taken.filter((epoch) => epoch !== undefined)).toEqual([1]);
});

test("a living holder keeps it; one not heard of for 10 seconds loses it", async () => {
  expect(await epochs.claim(first)).toBe(1);
  expect(await epochs.claim(second)).toBeUndefined();
  await age(9);
  expect(await epochs.claim(second)).toBeUndefined();
  await age(11);
  expect(await epochs.refresh("first")).toBe(1);
  expect(await epochs.claim(second)).toBeUndefined();
  await age(11);
  expect(await epochs.claim(second)).toBe(2);
  expect(await epochs.refresh("first")).toBeUndefined();
});

test("a released one is free at once, and only its holder releases it", async () => {
  await epochs.claim(first);
  await epochs.release("second");
  expect(await epochs.claim(second)).toBeUndefined();
  await epochs.release("first");
  expect(await epochs.refresh("first")).toBeUndefined();
  expect(await epochs.claim(second)).toBe(2);
});

test("whoever has the lock of the folder that had it last goes on at once", async () => {
  await epochs.claim(first);
  const again = { ...first, holder: "first, restarted" };
  expect(await epochs.resume(second)).toBeUndefined();
  expect(await epochs.resume(again)).toBe(2);
  expect(await epochs.claim(first)).toBe(3);
});

test("where nobody ever had it there is nothing to resume, and nothing in an empty database", async () => {
  expect(await epochs.resume(first)).toBeUndefined();
  const notSetUp = createEpochs((work) =>
    withDirectory(database.pools.app, (tx) =>
      work({ query: (text, values) => tx.query(text.replace("live_epoch", "no_such_table"), values) }),
    ),
  );
  expect(await notSetUp.resume(first)).toBeUndefined();
});
