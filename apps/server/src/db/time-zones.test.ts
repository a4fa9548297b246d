import { isTimeZone } from "@ccp/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { withDirectory } from "./transaction.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Short names, which mean one thing here, another there, or the same without the summer's hour. */
const short = [
  "ACT",
  "AET",
  "AST",
  "BST",
  "CET",
  "CST",
  "EET",
  "EST",
  "GMT",
  "IST",
  "MET",
  "PST",
  "UTC",
  "WET",
];

const long = [
  ...Intl.supportedValuesOf("timeZone"),
  "US/Pacific",
  "Etc/GMT+5",
  "Asia/Kolkata",
  "Europe/Kyiv",
];

// Of a year whose rules both have known for long.
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)));

const toLocal = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);

test("the days of money begin by the same clock as those of calls, in every zone that may be chosen", async () => {
  const zones = [...short, ...long].filter(isTimeZone);
  expect(zones).toEqual(expect.arrayContaining(["UTC", ...long]));
  const { rows } = await withDirectory(database.pools.app, (tx) =>
    tx.query<{ zone: string; at: Date; local: string }>(
      `select zone, at, to_char(at at time zone zone, 'YYYY-MM-DD HH24:MI:SS') as local
       from unnest($1::text[]) zone, unnest($2::timestamptz[]) at`,
      [zones, months],
    ),
  );
  const wrong = rows.filter(({ zone, at, local }) => local !== toLocal(zone, at));
  expect(wrong).toEqual([]);
});
