import { type Attention, type CallFilters, type Count, type Dashboard, listCallsQuery } from "@ccp/contract";
import { getDashboardQuery } from "@ccp/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import type { SampleCall } from "#live/drain/testing/sample-call.ts";
import { listCalls } from "#modules/calls/list-calls.ts";
import { bookCallsAt } from "#modules/calls/testing/book-calls-at.ts";
import { getDashboard } from "./get-dashboard.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
});

afterAll(() => testApp.close());

beforeEach(async () => {
  account = await furnishAccount(testApp);
});

const read = (at: string, query: object = {}): Promise<Dashboard> =>
  getDashboard({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: getDashboardQuery.parse(query),
    now: Date.parse(at),
  });

const change = (text: string, values: unknown[] = []) =>
  withAccount(testApp.deps.pools.app, account.accountId, (tx) => tx.query(text, values));

const book = (times: string[], tell?: (call: SampleCall) => ReturnType<SampleCall["start"]>) =>
  bookCallsAt(testApp.deps.pools, account, times.map(Date.parse), tell);

const countInLog = async (filters: CallFilters, at: string): Promise<number> => {
  const input = listCallsQuery.parse({ ...filters, limit: 200 });
  const page = await listCalls({ pools: testApp.deps.pools, ctx: account.ctx, input, now: Date.parse(at) });
  return page.items.length;
};

const isCount = (value: unknown): value is Count =>
  typeof value === "object" && value !== null && "value" in value && "filters" in value;

/** Every count with filters, wherever it stands in the answer. */
const findCounts = (value: unknown): Count[] => {
  if (isCount(value)) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(findCounts) : [];
};

const miss = (call: SampleCall) => [
  ...call.start(),
  call.tell(20_000, {
    kind: "dial-ended",
    attempt: 1,
    childRef: null,
    status: "no-answer",
    seconds: null,
    bridged: false,
  }),
  call.tell(20_000, {
    kind: "decided",
    step: 1,
    bookRevision: 1,
    engineVersion: 1,
    seed: call.callId,
    reasons: "A",
    inUse: [0],
    choice: { kind: "apologise", reason: "nobody-eligible", text: "Nobody is free." },
  }),
  call.caller(25_000, "completed"),
];

test("today stands beside yesterday up to the same time of day, and each figure is the call log's", async () => {
  const at = "2026-07-15T18:30:00Z";
  await book(["2026-07-15T04:00:00Z", "2026-07-15T18:10:00Z", "2026-07-15T18:29:59Z"]);
  await book(["2026-07-15T17:00:00Z"], miss);
  await book([
    "2026-07-14T04:00:00Z",
    "2026-07-14T18:29:59Z",
    "2026-07-14T18:30:00Z",
    "2026-07-15T03:59:59Z",
  ]);
  const dashboard = await read(at);
  const { today, yesterday, hours } = dashboard;
  expect(today).toMatchObject({
    from: "2026-07-15T04:00:00.000Z",
    calls: { value: 4 },
    connected: { value: 3 },
    notConnected: { value: 1 },
    connectedShare: 0.75,
    convertedShare: 1,
    averageConnectedSeconds: 90,
    revenueMicros: "90000000",
    marginMicros: "30000000",
  });
  expect(yesterday).toMatchObject({ to: "2026-07-14T18:30:00.000Z", calls: { value: 2 } });
  expect(hours.today.map(({ calls }) => calls.value)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
  expect(hours.yesterday.length).toBe(24);
  expect(hours.yesterday[14]).toMatchObject({ hour: 14, calls: { value: 2 } });
  expect(dashboard.topCampaigns).toMatchObject([{ noun: { id: account.ids.campaign }, connected: 3 }]);
  expect(dashboard.topBuyers).toMatchObject([{ noun: { id: account.ids.buyer }, calls: { value: 4 } }]);
  for (const { value, filters } of findCounts(dashboard)) {
    expect([filters, await countInLog(filters, at)]).toEqual([filters, value]);
  }
});

test("repeats are counted, and the figure opens to exactly those calls", async () => {
  const at = "2026-07-15T18:30:00Z";
  const arrivals = ["2026-07-15T17:00:00Z", "2026-07-15T18:10:00Z", "2026-07-15T18:20:00Z"];
  await book(arrivals);
  await change("update calls set is_duplicate = true where arrived_at > $1", ["2026-07-15T18:00:00Z"]);
  const { today, yesterday } = await read(at);
  expect([today.calls.value, today.repeats.value, yesterday.repeats.value]).toEqual([3, 2, 0]);
  expect(await countInLog(today.repeats.filters, at)).toBe(2);
});

test("filters hold for every figure and go into every link", async () => {
  const at = "2026-07-15T18:30:00Z";
  await book(["2026-07-15T18:10:00Z"]);
  const mine = await read(at, { campaignId: account.ids.campaign, buyerId: String(account.ids.buyer) });
  expect(mine.today.calls).toMatchObject({ value: 1, filters: { campaignId: account.ids.campaign } });
  const others = await read(at, { campaignId: `!${account.ids.campaign}` });
  expect(others.today.calls.value).toBe(0);
  expect(others.live.filters).toEqual({ campaignId: `!${account.ids.campaign}`, status: "!ended" });
});

test("on the day of summer time a day has 23 hours and the clock leaves out two o'clock", async () => {
  await book(["2026-03-08T06:59:00Z", "2026-03-08T07:00:00Z", "2026-03-09T03:59:59Z"]);
  const { today, hours } = await read("2026-03-09T04:00:00Z");
  expect(today.calls.value).toBe(0);
  expect(hours.today).toEqual([]);
  expect(hours.yesterday.map(({ hour }) => hour).slice(0, 4)).toEqual([0, 1, 3, 4]);
  expect(hours.yesterday.length).toBe(23);
  expect(hours.yesterday.filter(({ calls }) => calls.value > 0).map(({ hour }) => hour)).toEqual([1, 3, 23]);
});

test("on the day of winter time one o'clock comes twice, and yesterday's same time is by the clock", async () => {
  await book([
    "2026-11-01T05:30:00Z",
    "2026-11-01T06:30:00Z",
    "2026-10-31T13:59:59Z",
    "2026-10-31T14:00:00Z",
  ]);
  const { today, yesterday, hours } = await read("2026-11-01T15:00:00Z");
  expect(hours.today.map(({ hour }) => hour).slice(0, 4)).toEqual([0, 1, 1, 2]);
  expect(hours.today.slice(1, 3).map(({ calls }) => calls.value)).toEqual([1, 1]);
  expect(today.calls.value).toBe(2);
  expect(yesterday).toMatchObject({ to: "2026-10-31T14:00:00.000Z", calls: { value: 1 } });
});

test("a time of day that yesterday did not have is compared with the moment the clock jumped to", async () => {
  const { yesterday } = await read("2026-03-09T06:30:00Z");
  expect(yesterday).toMatchObject({ from: "2026-03-08T05:00:00.000Z", to: "2026-03-08T07:30:00.000Z" });
});

const readAttention = async (at: string): Promise<Attention[]> => {
  const { attention } = await read(at);
  for (const { count, filters } of attention) {
    if (filters !== null) expect([filters, await countInLog(filters, at)]).toEqual([filters, count]);
  }
  return attention.filter(({ name }) => name === null || !name.startsWith("Spare"));
};

const findUnserved = async (at: string) =>
  (await readAttention(at)).filter(({ kind }) => kind === "campaign-without-target");

test("a target that missed three calls in a row is named with those calls, until it takes one", async () => {
  const at = "2026-07-15T18:30:00Z";
  await book(["2026-07-15T17:00:00Z", "2026-07-15T17:01:00Z"], miss);
  const find = async () => (await readAttention(at)).filter(({ kind }) => kind === "target-failing");
  expect(await find()).toEqual([]);
  await book(["2026-07-15T17:02:00Z"], miss);
  expect(await find()).toMatchObject([
    { noun: "target", id: account.ids.target, count: 3, sentence: expect.stringContaining("did not answer") },
  ]);
  await book(["2026-07-15T17:03:00Z"]);
  expect(await find()).toEqual([]);
});

test("a target with as many calls as it takes at once is named with its numbers", async () => {
  const at = "2026-07-15T18:30:00Z";
  const isFull = async () => (await readAttention(at)).filter(({ kind }) => kind === "target-full");
  expect(await isFull()).toEqual([]);
  await book(["2026-07-15T18:28:00Z", "2026-07-15T18:29:00Z"], (call) => call.start());
  expect(await isFull()).toMatchObject([{ id: account.ids.target, count: 3, limit: 3 }]);
});

test("a campaign without a target in service and numbers that lead nowhere are named with today's calls", async () => {
  const at = "2026-07-15T18:30:00Z";
  await book(["2026-07-15T18:28:00Z"]);
  const kinds = async () => (await readAttention(at)).map(({ kind }) => kind);
  expect(await kinds()).toEqual(["events-quarantined"]);
  await change("update buyers set status = 'paused'");
  expect(await readAttention(at)).toMatchObject([
    { kind: "events-quarantined", count: 1, filters: null },
    { kind: "campaign-without-target", id: account.ids.campaign, count: 1 },
  ]);
  await change("update campaigns set status = 'paused'");
  expect((await readAttention(at)).at(-1)).toMatchObject({
    kind: "number-leads-nowhere",
    id: String(account.ids.number),
    count: 1,
    sentence: expect.stringContaining("which is paused; 1 call came in today"),
  });
});

test("a campaign all of whose targets are closed is named with when the next one opens", async () => {
  const nine = [{ from: "09:00", to: "17:00" }];
  const weekly = { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] };
  await change("update targets set hours = $1", [JSON.stringify({ weekly, exceptions: [] })]);
  expect(await findUnserved("2026-07-15T20:59:00Z")).toEqual([]);
  expect(await findUnserved("2026-07-15T21:00:00Z")).toMatchObject([
    {
      id: account.ids.campaign,
      sentence: expect.stringContaining("opens Thursday 09:00 (America/New_York)"),
    },
  ]);
});

test("calls on numbers that lead to no campaign and carrier accounts that nobody verified are told", async () => {
  const at = "2026-07-15T18:30:00Z";
  await book(["2026-07-15T18:28:00Z"]);
  await change("update calls set outcome = 'refused' where arrived_at > '2026-07-01'");
  await change("update carrier_accounts set carrier = 'twilio'");
  const listKinds = async () => (await readAttention(at)).map(({ kind }) => kind);
  // For their attestation, since they have a campaign.
  expect(await listKinds()).toEqual(["carrier-account-unverified", "events-quarantined"]);
  await change("update calls set campaign_id = null where outcome = 'refused'");
  expect(await listKinds()).toEqual(["carrier-account-unverified", "calls-refused", "events-quarantined"]);
});
