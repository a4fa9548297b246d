import type * as Drizzle from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { systemClock } from "#clock.ts";
import { findLeaks } from "./testing/find-leaks.ts";
import { type FurnishedAccount, furnishAccount } from "./testing/furnished-account.ts";
import { removeDatabaseWall } from "./testing/remove-database-wall.ts";
import { createTestApp, type TestApp } from "./testing/test-app.ts";

// Every query forgets to ask for its own account.
vi.mock("drizzle-orm", async (importOriginal) => {
  const original = await importOriginal<typeof Drizzle>();
  const isAccountFilter = (left: unknown, right: unknown): boolean =>
    left instanceof original.Column && left.name === "account_id" && typeof right === "string";
  return {
    ...original,
    eq: (left: Drizzle.Column, right: unknown) =>
      isAccountFilter(left, right) ? original.sql`true` : original.eq(left, right),
  };
});

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

test("the database alone keeps accounts apart when every query forgets to", async () => {
  expect(await findLeaks(testApp, mine, theirs)).toEqual([]);
});

test("without either wall the matrix finds leaks, so it would see one", async () => {
  await removeDatabaseWall(testApp.database.url);
  const leaks = await findLeaks(testApp, mine, theirs);
  expect(leaks).toContain("listCampaigns shows the other account");
  expect(leaks).toContain("getTarget answered 200 to the other account's id");
  expect(leaks).toContain("the other account's data changed");
});
