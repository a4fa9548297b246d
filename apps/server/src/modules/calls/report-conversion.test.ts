import { afterAll, beforeAll, expect, test } from "vitest";
import type { Conversion } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { sendRequest, toBearer } from "#http/testing/send-request.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { reportConversion } from "./report-conversion.ts";

let testApp: TestApp;
let account: FurnishedAccount;

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

/** Books a call of 90 s whose target converts so. */
const bookCall = async (conversion: Conversion): Promise<string> => {
  const call = createSampleCall(account.accountId, { conversion });
  await withAccount(testApp.deps.pools.drain, account.accountId, (tx) => bookEvents(tx, tellWholeCall(call)));
  return call.callId;
};

const report = (callId: string, idempotencyKey: string, micros?: string | null, key = account.keys.owner) =>
  sendRequest(testApp.app, "reportConversion", {
    parts: { body: { callId, idempotencyKey, ...(micros !== undefined && { micros }) } },
    headers: toBearer(key),
  });

const listRevenues = async (callId: string) => {
  const transfers = await withAccount(testApp.deps.pools.app, account.accountId, (tx) =>
    tx.query<{ idempotency_key: string; amount: string }>(
      `select idempotency_key, amount_micros::text as amount from ledger_transfers
       where call_id = $1 and kind = 'revenue' order by id`,
      [callId],
    ),
  );
  return transfers.rows.map(({ idempotency_key: key, amount }) => [
    key.replace(`call:${callId}:revenue:1`, ""),
    amount,
  ]);
};

test("a report is booked as revenue, and sent again it gets the same answer and books nothing", async () => {
  const callId = await bookCall({ kind: "webhook" });
  const first = await report(callId, "sale-1", "12000000");
  expect(first.body).toEqual({ callId, idempotencyKey: "sale-1", micros: "12000000" });
  expect((await report(callId, "sale-1", "12000000")).body).toEqual(first.body);
  expect(await listRevenues(callId)).toEqual([["", "12000000"]]);
});

test("without an amount the call is worth what the terms say", async () => {
  const callId = await bookCall({ kind: "webhook" });
  expect((await report(callId, "sale-1")).body).toMatchObject({ micros: null });
  expect(await listRevenues(callId)).toEqual([["", "30000000"]]);
});

test("another amount under the same key is refused, and under a key of its own it corrects by reversal", async () => {
  const callId = await bookCall({ kind: "webhook" });
  await report(callId, "sale-1", "12000000");
  const refused = await report(callId, "sale-1", "9000000");
  expect(refused.body).toMatchObject({ code: "conflict", details: [{ path: "body.micros" }] });
  expect((await report(callId, "sale-1b", "9000000")).body).toMatchObject({ micros: "9000000" });
  expect(await listRevenues(callId)).toEqual([
    ["", "12000000"],
    [":reversal", "12000000"],
    ["@2", "9000000"],
  ]);
});

test("a call that converts by other terms, is not connected, or is not the account's takes no report", async () => {
  const byDial = await bookCall({ kind: "dialled" });
  expect((await report(byDial, "sale-1")).body).toMatchObject({ code: "conflict" });
  expect((await report(account.ids.liveCall, "sale-1")).body).toMatchObject({ code: "conflict" });
  const { ids, keys } = await furnishAccount(testApp);
  const unknown = { code: "invalid", details: [{ path: "body.callId" }] };
  expect((await report(ids.call, "sale-1")).body).toMatchObject(unknown);
  const callId = await bookCall({ kind: "webhook" });
  expect((await report(callId, "sale-1", null, keys.owner)).body).toMatchObject(unknown);
  expect((await report(callId, "sale-1", null, account.keys.analyst)).body).toMatchObject({
    code: "forbidden",
  });
});

test("a call that was handed on takes the report of whoever got it", async () => {
  const call = createSampleCall(account.accountId);
  const events = call.start();
  const first = events.find(({ fact }) => fact.kind === "decided")?.fact;
  if (first?.kind !== "decided" || first.choice.kind !== "dial") throw new Error("The call is not dialled.");
  const { targetId, terms } = first.choice;
  events.push(
    call.dialEnded(10_000, 5),
    call.tell(10_000, {
      ...first,
      step: 1,
      recovered: { attempt: 1, targetId, connectedSeconds: 5, revenueAfterSeconds: 30 },
      choice: {
        ...first.choice,
        attempt: 2,
        buyerId: 8,
        terms: { ...terms, conversion: { kind: "webhook" } },
      },
    }),
    call.tell(80_000, {
      kind: "dial-ended",
      attempt: 2,
      childRef: null,
      status: "completed",
      seconds: 60,
      bridged: true,
    }),
    call.caller(80_000, "completed"),
  );
  await withAccount(testApp.deps.pools.drain, account.accountId, (tx) => bookEvents(tx, events));
  expect((await report(call.callId, "sale-1", "12000000")).body).toMatchObject({ micros: "12000000" });
  const revenues = await listRevenues(call.callId);
  expect(revenues).toEqual([[`call:${call.callId}:revenue:2`, "12000000"]]);
});

test("a report that cannot be made durable is not taken, and leaves nothing behind", async () => {
  const callId = await bookCall({ kind: "webhook" });
  const refused = reportConversion({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    record: () => Promise.reject(new Error("The journal cannot write.")),
    now: Date.now(),
    input: { callId, idempotencyKey: "sale-1", micros: null },
  });
  await expect(refused).rejects.toMatchObject({ code: "unavailable" });
  expect(await listRevenues(callId)).toEqual([]);
});
