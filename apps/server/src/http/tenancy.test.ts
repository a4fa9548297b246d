import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { findLeaks } from "./testing/find-leaks.ts";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { removeDatabaseWall } from "./testing/remove-database-wall.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

// Held, so that an answer that tells the time is the same whenever it is asked for.
const startedAt = systemClock.now();
const heldClock = { ...systemClock, now: () => startedAt };

let testApp: TestApp;
let mine: FurnishedAccount;
let theirs: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp({ clock: heldClock });
  mine = await furnishAccount(testApp);
  theirs = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

test("no route gives or takes anything of another account", async () => {
  expect(await findLeaks(testApp, mine, theirs)).toEqual([]);
});

test("the code alone keeps accounts apart when the database's wall is gone", async () => {
  await removeDatabaseWall(testApp.database.url);
  expect(await findLeaks(testApp, mine, theirs)).toEqual([]);
});
