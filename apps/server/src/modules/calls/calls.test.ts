import { afterAll, beforeAll, expect, test } from "vitest";
import { type CallDetail, countCallsQuery, listCallsQuery } from "@ccp/contract";
import type { z } from "zod";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, recordingBytes, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { compileBook } from "#modules/books/compile-book.ts";
import { explainOverdue } from "./check-bounds.ts";
import { countCalls } from "./count-calls.ts";
import { listCalls } from "./list-calls.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

type Query = z.input<typeof listCallsQuery>;

const now = Date.parse("2026-01-02T00:00:00Z");

const list = (query: Query) =>
  listCalls({ pools: testApp.deps.pools, ctx: account.ctx, input: listCallsQuery.parse(query), now });

const getCall = async (): Promise<CallDetail> => {
  const response = await sendRequest(testApp.app, "getCall", {
    parts: { params: { id: account.ids.call } },
    headers: toBearer(account.keys.analyst),
  });
  return response.body as CallDetail;
};

test("a call tells in a sentence where it went, what it earned and why", async () => {
  const detail = await getCall();
  expect(detail.call).toMatchObject({
    caller: "+12025550142",
    outcome: "connected",
    converted: true,
    target: { id: account.ids.target },
    campaign: { id: account.ids.campaign },
  });
  expect(detail.money).toMatchObject({
    currency: "USD",
    revenueMicros: "31000000",
    adjustedRevenueMicros: "1000000",
    payoutMicros: "20000000",
    marginMicros: "11000000",
    whyNoRevenue: null,
    adjustments: [{ reason: "Paid late" }, { reason: "Agreed by phone" }, { reason: "Asked for twice" }],
  });
  expect(detail.attempts).toMatchObject([{ number: 1, outcome: "completed", connectedSeconds: 90 }]);
  expect(detail.attempts[0]?.target.name).toContain("Acme front desk");
  expect(detail.recordings).toEqual([
    { ref: account.ids.recordingRef, isVoicemail: false, status: "completed", seconds: 90, channels: 2 },
  ]);
  expect(detail.timeline.length).toBeGreaterThan(5);
  expect(detail.events.map(({ key }) => key)).toContain("decided:0");
});

test("a decision is explained by the book that made it, and plainly without one", async () => {
  const before = await getCall();
  expect(before.decisions).toMatchObject([{ step: 0, choice: "dial", candidates: [] }]);
  const { sealer, log, pools } = testApp.deps;
  await withAccount(pools.app, account.accountId, async (tx) => {
    const entry = await compileBook(tx, { sealer, log, snapshot: { find: () => undefined } });
    if (entry === undefined) throw new Error("There is no book.");
    await tx.query("update books set revision = 1");
  });
  const [decision] = (await getCall()).decisions;
  expect(decision?.candidates).toMatchObject([
    {
      row: 0,
      verdict: "chosen",
      target: { id: account.ids.target },
      buyer: { id: account.ids.buyer },
      concurrencyMax: 3,
    },
  ]);
  expect(decision?.sentence).toContain("Acme front desk");
});

const askRange = (range: string) =>
  sendRequest(testApp.app, "getRecordingMedia", {
    parts: { params: { id: account.ids.call, ref: account.ids.recordingRef } },
    headers: { ...toBearer(account.keys.analyst), range },
  });

test("a recording is handed over in ranges, as players ask for it", async () => {
  const part = await askRange("bytes=5-8");
  expect(part.status).toBe(206);
  expect(part.headers["content-range"]).toBe(`bytes 5-8/${recordingBytes.length}`);
  expect(part.headers["content-type"]).toBe("audio/x-wav");
  expect(part.headers["content-length"]).toBe("4");
  expect(part.body).toEqual(recordingBytes.subarray(5, 9));
});

const newYear = { from: "2026-01-01T00:00:00Z" };

test.each<[string, (of: FurnishedAccount) => Query, number]>([
  ["the caller's last digits, without a range", () => ({ caller: "(555) 0142" }), 2],
  ["a caller's whole number", () => ({ caller: "+1 (202) 555-0142" }), 2],
  ["last digits that the caller has not", () => ({ caller: "0143" }), 0],
  ["digits from the middle, without a range", () => ({ caller: "5550" }), 0],
  ["digits from the middle, in a range", () => ({ caller: "25550", ...newYear }), 2],
  ["digits of the number that was dialled, in a range", () => ({ dialled: "555-01", ...newYear }), 2],
  ["status", () => ({ status: "in-progress" }), 0],
  ["any of two statuses", () => ({ status: "in-progress,ringing" }), 1],
  ["any status but one", () => ({ status: "!ended" }), 1],
  ["outcome", () => ({ outcome: "connected" }), 1],
  ["any outcome but one, where a live call has none", () => ({ outcome: "!connected" }), 1],
  ["conversion", () => ({ converted: "false" }), 1],
  ["recording", () => ({ hasRecording: "true" }), 1],
  ["no recording", () => ({ hasRecording: "false" }), 1],
  ["connected seconds from", () => ({ connectedSecondsMin: 90 }), 1],
  ["connected seconds up to", () => ({ connectedSecondsMax: 89 }), 0],
  ["arrival from", () => newYear, 2],
  ["arrival before", () => ({ to: "2026-01-01T00:00:00Z" }), 0],
  ["ids", ({ ids }) => ({ id: ids.call }), 1],
  ["campaign", ({ ids }) => ({ campaignId: ids.campaign }), 2],
  ["other campaigns", ({ ids }) => ({ campaignId: `!${ids.campaign}` }), 0],
  ["publisher", ({ ids }) => ({ publisherId: ids.sparePublisher }), 0],
  ["buyers", ({ ids }) => ({ buyerId: `${ids.spareBuyer},${ids.buyer}` }), 2],
  ["other buyers", ({ ids }) => ({ buyerId: `!${ids.buyer}` }), 0],
  ["another target", ({ ids }) => ({ targetId: ids.spareTarget }), 0],
  ["other numbers", ({ ids }) => ({ numberId: `!${ids.number}` }), 0],
  ["target", ({ ids }) => ({ targetId: ids.target }), 2],
  ["number", ({ ids }) => ({ numberId: String(ids.number) }), 2],
])("calls are filtered by %s, and counted alike", async (_name, toQuery, found) => {
  const query = toQuery(account);
  expect((await list(query)).items.length).toBe(found);
  const input = countCallsQuery.parse(query);
  const counted = await countCalls({ pools: testApp.deps.pools, ctx: account.ctx, input, now });
  expect(counted).toEqual({ count: found, isMore: false });
});

test.each<[string, Query]>([
  ["query.caller", { caller: "142" }],
  ["query.caller", { caller: "142", from: "2025-01-01T00:00:00Z" }],
  ["query.dialled", { dialled: "0100" }],
  ["query.sort", { sort: "-revenueMicros" }],
])(
  "what would look through every call there ever was is refused at %s with the way out",
  async (path, query) => {
    await expect(list(query)).rejects.toMatchObject({
      code: "invalid",
      details: [{ path, message: expect.stringContaining("31 days") }],
    });
  },
);

test("pages cover every call once, the latest first, and a watermark leaves older bookings out", async () => {
  const ids = [1, 2, 3, 4, 5].map(() => createSampleCall(account.accountId));
  for (const sample of ids) {
    await withAccount(testApp.deps.pools.drain, account.accountId, (tx) =>
      bookEvents(tx, tellWholeCall(sample)),
    );
  }
  const whole = (await list({})).items;
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await list({ limit: 2, ...(cursor === null ? {} : { cursor }) });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(paged).toEqual(whole.map(({ id }) => id));
  expect(new Set(paged).size).toBe(7);
  const last = Math.max(...whole.map(({ bookedSeq }) => bookedSeq));
  expect((await list({ sinceBookedSeq: last - 1 })).items.length).toBe(1);
});

test("the file has the calls of the list under the same filters, in the columns asked for", async () => {
  const query = { campaignId: account.ids.campaign, ...newYear };
  const response = await sendRequest(testApp.app, "exportCalls", {
    parts: { query: { ...query, sort: "arrivedAt", columns: "caller,outcome,target,revenue" } },
    headers: toBearer(account.keys.analyst),
  });
  const [comment = "", head, ...lines] = response.text.trim().split(/\r?\n/);
  expect(comment).toContain(`campaignId=${account.ids.campaign}`);
  expect(head).toBe("Caller,Outcome,Target,Revenue");
  expect(lines.length).toBe((await list(query)).items.length);
  expect(lines.filter((line) => line.includes("converted")).length).toBe(1);
});

test("calls that take too long to find are told apart from a database that is away", () => {
  const overdue = new Error("wrapped", { cause: Object.assign(new Error("canceled"), { code: "57014" }) });
  expect(() => explainOverdue(overdue)).toThrow("Narrow the time range");
  const away = new Error("away");
  expect(() => explainOverdue(away)).toThrow(away);
});

test("a made-up cursor is refused by name", async () => {
  const response = await sendRequest(testApp.app, "listCalls", {
    parts: { query: { cursor: "bm9uc2Vuc2U" } },
    headers: toBearer(account.keys.analyst),
  });
  expect(response.body).toMatchObject({ code: "invalid", details: [{ path: "query.cursor" }] });
});
