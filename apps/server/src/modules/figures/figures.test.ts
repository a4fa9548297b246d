import { type FigureNoun, listCallsQuery, type NounFigures, toFigureFilters } from "@ccp/contract";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookCallsAt } from "#modules/calls/testing/book-calls-at.ts";
import { listCalls } from "#modules/calls/list-calls.ts";
import { listNounFigures } from "./list-noun-figures.ts";

let testApp: TestApp;
let account: FurnishedAccount;

// A summer evening in New York, and the next day already in Berlin.
const now = Date.parse("2026-07-15T23:30:00Z");
const arrivals = [
  "2026-07-15T23:29:00Z",
  "2026-07-15T23:05:00Z",
  "2026-07-15T22:59:00Z",
  "2026-07-15T22:01:00Z",
  "2026-07-15T21:59:00Z",
  "2026-07-15T04:00:00Z",
  "2026-07-15T03:59:00Z",
  "2026-07-01T04:00:00Z",
  "2026-07-01T03:59:00Z",
  "2026-06-30T21:59:00Z",
  "2026-07-15T23:31:00Z",
];

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
  await bookCallsAt(
    testApp.deps.pools,
    account,
    arrivals.map((at) => Date.parse(at)),
  );
});

afterAll(() => testApp.close());

const read = async (by: FigureNoun, ids?: string[]): Promise<NounFigures[]> => {
  const { items } = await listNounFigures({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: ids === undefined ? { by } : { by, ids },
    now,
  });
  return items;
};

const countInLog = async (filters: object): Promise<number> => {
  const input = listCallsQuery.parse({ ...filters, limit: 200 });
  return (await listCalls({ pools: testApp.deps.pools, ctx: account.ctx, input, now })).items.length;
};

const nouns: FigureNoun[] = ["campaign", "publisher", "buyer", "target", "number"];

test.each(nouns)("a %s's figures are what the call log shows under their filters", async (by) => {
  const [figures] = await read(by);
  if (figures === undefined) throw new Error("There are no figures.");
  expect(figures).toMatchObject({ hour: 2, day: 6, month: 8, live: 1, connected: 6, converted: 6 });
  expect(figures).toMatchObject({ connectedShare: 1, convertedShare: 1, revenueMicros: "180000000" });
  expect(figures.lastCall).toMatchObject({ arrivedAt: "2026-07-15T23:31:00.000Z", status: "ended" });
  const filters = toFigureFilters(by, figures, new Date(now).toISOString());
  for (const [name, link] of Object.entries(filters)) {
    expect([name, await countInLog(link)]).toEqual([name, figures[name as keyof typeof filters]]);
  }
});

test("a campaign's day is that of its own zone", async () => {
  await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query("update campaigns set time_zone = 'Europe/Berlin'"),
  );
  const [figures] = await read("campaign");
  expect(figures).toMatchObject({
    timeZone: "Europe/Berlin",
    dayFrom: "2026-07-15T22:00:00.000Z",
    monthFrom: "2026-06-30T22:00:00.000Z",
    day: 4,
    month: 9,
  });
});

test("only the nouns that were asked for are told, and none that has no calls", async () => {
  expect((await read("buyer", [String(account.ids.buyer)])).map(({ id }) => id)).toEqual([account.ids.buyer]);
  expect(await read("buyer", [String(account.ids.spareBuyer)])).toEqual([]);
  expect(await read("target", ["no id at all"])).toEqual([]);
});

test.each([
  [
    "where the clock is set forward at night",
    "America/New_York",
    "2026-03-08T15:00:00Z",
    "2026-03-08T05:00:00.000Z",
  ],
  [
    "where the clock is set back at night",
    "America/New_York",
    "2026-11-01T15:00:00Z",
    "2026-11-01T04:00:00.000Z",
  ],
  ["with two midnights, at the first", "America/Havana", "2026-11-01T15:00:00Z", "2026-11-01T04:00:00.000Z"],
  [
    "without a midnight, at one o'clock",
    "America/Havana",
    "2026-03-08T15:00:00Z",
    "2026-03-08T05:00:00.000Z",
  ],
])("a day begins %s", async (_name, zone, at, dayFrom) => {
  await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query("update accounts set time_zone = $1", [zone]),
  );
  const { items } = await listNounFigures({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { by: "number" },
    now: Date.parse(at),
  });
  expect(items[0]?.dayFrom).toBe(dayFrom);
});
