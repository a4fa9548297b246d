import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CarrierClient, CarrierLegRecord } from "#carriers/carrier.ts";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { getCall } from "./get-call.ts";
import { type HangUpCall, hangUpCall } from "./hang-up-call.ts";

let testApp: TestApp;
let account: FurnishedAccount;
let ended: string[];

beforeAll(async () => {
  testApp = await createTestApp();
});

afterAll(() => testApp.close());

beforeEach(async () => {
  account = await furnishAccount(testApp);
  ended = [];
});

const agrees = (callRef: string): Promise<void> => {
  ended.push(callRef);
  return Promise.resolve();
};

const hangUp = (
  client: Partial<CarrierClient> | undefined,
  more: Partial<Pick<HangUpCall, "ctx" | "input">> = {},
) =>
  hangUpCall({
    pools: testApp.deps.pools,
    ctx: account.ctx,
    input: { id: account.ids.liveCall },
    findCarrierClient: (accountId, id) =>
      accountId === account.accountId && id === account.ids.carrierAccount
        ? (client as CarrierClient | undefined)
        : undefined,
    ...more,
  });

const readAudit = () =>
  withAccount(testApp.deps.pools.app, account.accountId, async (tx) => {
    const { rows } = await tx.query(
      "select noun_id from audit_log where noun = 'call' and action = 'hang-up'",
    );
    return rows;
  });

const refuses = { endCall: () => Promise.reject(new Error("time-out")) };

test("the carrier is asked to end the call by its own id, and who asked is written down", async () => {
  await hangUp({ endCall: agrees });
  expect(ended).toEqual([expect.stringMatching(/^CAa0/)]);
  expect(await readAudit()).toEqual([{ noun_id: account.ids.liveCall }]);
});

test("a call that somebody hung up was ended by an operator, once its end is told", async () => {
  const using = { pools: testApp.deps.pools, ctx: account.ctx, input: { id: account.ids.liveCall } };
  await hangUp({ endCall: agrees });
  expect((await getCall(using)).call).toMatchObject({ step: "dialling", endedBy: null });
  const sample = createSampleCall(account.accountId, { callId: account.ids.liveCall });
  await withAccount(testApp.deps.pools.drain, account.accountId, (tx) =>
    bookEvents(tx, [sample.caller(9_000, "completed")]),
  );
  expect((await getCall(using)).call).toMatchObject({ step: null, status: "ended", endedBy: "operator" });
});

test("a call that is over is not asked for", async () => {
  const asked = hangUp({ endCall: agrees }, { input: { id: account.ids.call } });
  await expect(asked).rejects.toMatchObject({ code: "conflict", message: "The call is over already." });
  expect([ended, await readAudit()]).toEqual([[], []]);
});

test("a call that only the carrier knows to be over is told to be over", async () => {
  const record = { status: "completed" } as CarrierLegRecord;
  await expect(hangUp({ ...refuses, findCall: () => Promise.resolve(record) })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a carrier that does not end the call is named as the reason, and nothing is written down", async () => {
  const silent = { ...refuses, findCall: () => Promise.reject(new Error("time-out")) };
  await expect(hangUp(silent)).rejects.toMatchObject({ code: "carrier-failed" });
  await expect(hangUp(undefined)).rejects.toMatchObject({ code: "carrier-failed" });
  expect(await readAudit()).toEqual([]);
});

test("nobody hangs up an unknown call or another account's", async () => {
  const unknown = { id: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0fff" };
  await expect(hangUp({ endCall: agrees }, { input: unknown })).rejects.toMatchObject({ code: "not-found" });
  const { ctx } = await furnishAccount(testApp);
  await expect(hangUp({ endCall: agrees }, { ctx })).rejects.toMatchObject({ code: "not-found" });
  expect(ended).toEqual([]);
});
