import { afterAll, beforeAll, expect, test } from "vitest";
import type { CallDetail, ListCallsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, recordingBytes, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { compileBook } from "#modules/books/compile-book.ts";
import { listCalls } from "./list-calls.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const list = (query: Partial<ListCallsQuery>) =>
  listCalls({ pools: testApp.deps.pools, ctx: account.ctx, input: { limit: 50, ...query } });

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
    revenueMicros: "30000000",
    payoutMicros: "20000000",
    marginMicros: "10000000",
  });
  expect(detail.attempts).toMatchObject([{ number: 1, outcome: "completed", connectedSeconds: 90 }]);
  expect(detail.attempts[0]?.target.name).toContain("Acme front desk");
  expect(detail.recordings).toEqual([
    { ref: account.ids.recordingRef, status: "completed", seconds: 90, channels: 2 },
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

test.each<[string, Partial<ListCallsQuery>, number]>([
  ["digits of the caller", { caller: "(555) 0142" }, 1],
  ["digits that the caller has not", { caller: "0143" }, 0],
  ["status", { status: "in-progress" }, 0],
  ["outcome", { outcome: "connected" }, 1],
  ["arrival from", { from: "2026-01-01T00:00:00Z" }, 1],
  ["arrival before", { to: "2026-01-01T00:00:00Z" }, 0],
])("calls are filtered by %s", async (_name, query, found) => {
  expect((await list(query)).items.length).toBe(found);
});

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
  expect(new Set(paged).size).toBe(6);
  const last = Math.max(...whole.map(({ bookedSeq }) => bookedSeq));
  expect((await list({ sinceBookedSeq: last - 1 })).items.length).toBe(1);
});

test("a made-up cursor is refused by name", async () => {
  const response = await sendRequest(testApp.app, "listCalls", {
    parts: { query: { cursor: "bm9uc2Vuc2U" } },
    headers: toBearer(account.keys.analyst),
  });
  expect(response.body).toMatchObject({ code: "invalid", details: [{ path: "query.cursor" }] });
});
