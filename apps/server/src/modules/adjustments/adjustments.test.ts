import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Adjustment } from "@ccp/contract";
import type { CallEvent } from "@ccp/engine";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookEvents } from "#live/drain/book-events.ts";
import { createSampleCall } from "#live/drain/testing/sample-call.ts";
import { bookCallsAt } from "#modules/calls/testing/book-calls-at.ts";
import { getCall } from "#modules/calls/get-call.ts";
import { checkLedger } from "#modules/ledger/check-ledger.ts";
import { listTransfers } from "#modules/ledger/list-transfers.ts";
import { approveAdjustment } from "./approve-adjustment.ts";
import { listAdjustments } from "./list-adjustments.ts";
import { rejectAdjustment } from "./reject-adjustment.ts";
import { requestAdjustment } from "./request-adjustment.ts";
import { voidAdjustment } from "./void-adjustment.ts";

let testApp: TestApp;
let account: FurnishedAccount;
let callId: string;
beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});
afterAll(() => testApp.close());
beforeEach(async () => {
  [callId = ""] = await bookCallsAt(testApp.deps.pools, account, [Date.UTC(2026, 0, 5)]);
});

const now = Date.UTC(2026, 1, 1);
const using = () => ({ pools: testApp.deps.pools, ctx: account.ctx, now });

const ask = (amountMicros: string, more: Partial<Parameters<typeof requestAdjustment>[0]["input"]> = {}) =>
  requestAdjustment({
    ...using(),
    input: { callId, party: "buyer", amountMicros, reason: "Wrong number", ...more },
  });

const approve = ({ id }: Adjustment) => approveAdjustment({ ...using(), input: { id } });
const takeBack = ({ id }: Adjustment) => voidAdjustment({ ...using(), input: { id, note: "By mistake" } });

const readMoney = async () => {
  const { money } = await getCall({ ...using(), input: { id: callId } });
  return [money.revenueMicros, money.payoutMicros, money.adjustedRevenueMicros, money.adjustedPayoutMicros];
};

const inLedger = <Result>(work: Parameters<typeof withAccount<Result>>[2]) =>
  withAccount(testApp.deps.pools.app, account.accountId, work);

const readTransfers = () => inLedger((tx) => listTransfers(tx, [callId]));

test("nothing moves before an adjustment is approved, and nothing when it is rejected", async () => {
  const asked = await ask("-5000000");
  expect(asked).toMatchObject({
    status: "requested",
    requestedBy: "Owner",
    buyer: { id: account.ids.buyer },
  });
  expect(await readMoney()).toEqual(["30000000", "20000000", "0", "0"]);
  const rejected = await rejectAdjustment({ ...using(), input: { id: asked.id, note: "No" } });
  expect(rejected).toMatchObject({ status: "rejected", decisionNote: "No", decidedBy: "Owner" });
  expect(await readTransfers()).toHaveLength(2);
});

test("an approved adjustment is a transfer from its approval on, and the call's money is that of the ledger", async () => {
  await approve(await ask("-5000000"));
  await approve(await ask("2500000", { party: "publisher" }));
  expect(await readMoney()).toEqual(["25000000", "22500000", "-5000000", "2500000"]);
  const [, , revenue, payout] = await readTransfers();
  expect(revenue).toMatchObject({ kind: "adjustment", debit: "margin", amountMicros: 5_000_000n });
  expect(revenue?.effectiveAt.getTime()).toBe(now);
  expect(payout).toMatchObject({ debit: "margin", amountMicros: 2_500_000n });
  expect(await inLedger(checkLedger)).toEqual([]);
});

test("a void adjustment is reversed and stays to be seen", async () => {
  const adjustment = await ask("-30000000");
  await approve(adjustment);
  expect(await readMoney()).toEqual(["0", "20000000", "-30000000", "0"]);
  expect(await takeBack(adjustment)).toMatchObject({ status: "voided", voidNote: "By mistake" });
  expect(await readMoney()).toEqual(["30000000", "20000000", "0", "0"]);
  expect((await readTransfers()).map(({ reversesKey }) => reversesKey)).toEqual([
    null,
    null,
    null,
    `call:${callId}:adjustment:${adjustment.id}`,
  ]);
  expect(await inLedger(checkLedger)).toEqual([]);
});

test("an adjustment is decided once, whoever else does the same at that moment", async () => {
  const adjustment = await ask("-1000000");
  const attempts = await Promise.allSettled([
    approve(adjustment),
    approve(adjustment),
    rejectAdjustment({ ...using(), input: { id: adjustment.id, note: "No" } }),
  ]);
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await readTransfers()).filter(({ kind }) => kind === "adjustment").length).toBeLessThan(2);
  await expect(approve(adjustment)).rejects.toMatchObject({ code: "conflict" });
});

test("no adjustment takes more from a party's amount of the call than there is, even of two at once", async () => {
  await expect(approve(await ask("-30000001"))).rejects.toThrow("30.00 USD, and 30.000001 USD would go");
  const [one, other] = [await ask("-20000000"), await ask("-20000000")];
  const attempts = await Promise.allSettled([approve(one), approve(other)]);
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await readMoney()).toEqual(["10000000", "20000000", "-20000000", "0"]);
});

test("what another adjustment has spent cannot be taken back before it", async () => {
  const more = await ask("10000000");
  await approve(more);
  const less = await ask("-40000000");
  await approve(less);
  await expect(takeBack(more)).rejects.toMatchObject({ code: "conflict" });
  await takeBack(less);
  await takeBack(more);
  expect(await readMoney()).toEqual(["30000000", "20000000", "0", "0"]);
});

test("only what is over and has the party can be adjusted, and a stale version is refused", async () => {
  await expect(ask("1", { callId: account.ids.liveCall })).rejects.toThrow("not over");
  await expect(ask("1", { callId: account.ids.campaign })).rejects.toThrow("no such call");
  const { id } = await ask("1");
  const stale = approveAdjustment({ ...using(), input: { id, version: 2 } });
  await expect(stale).rejects.toMatchObject({ code: "stale" });
});

test("a manager asks and does not approve", async () => {
  const ctx = { ...account.ctx, role: "manager" } as const;
  const input = { callId, party: "buyer", amountMicros: "1", reason: "Late" } as const;
  const { id } = await requestAdjustment({ ...using(), ctx, input });
  await expect(approveAdjustment({ ...using(), ctx, input: { id } })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("each decision is on the audit trail, with what was before and after", async () => {
  const adjustment = await ask("1");
  await approve(adjustment);
  await takeBack(adjustment);
  const { rows } = await inLedger((tx) =>
    tx.query(
      `select action, before ->> 'status' as before, after ->> 'status' as after from audit_log
       where noun = 'adjustment' and noun_id = $1 order by id`,
      [String(adjustment.id)],
    ),
  );
  expect(rows).toEqual([
    { action: "request", before: null, after: "requested" },
    { action: "approve", before: "requested", after: "approved" },
    { action: "void", before: "approved", after: "voided" },
  ]);
});

test("what is booked of the call later neither touches its adjustments nor is hidden by them", async () => {
  const sample = createSampleCall(account.accountId);
  callId = sample.callId;
  const book = (events: CallEvent[]) =>
    withAccount(testApp.deps.pools.drain, account.accountId, (tx) => bookEvents(tx, events));
  const { start, leg, caller, converted } = sample;
  const talk = [...start(), leg(5_000, "in-progress"), caller(5_000, "in-progress"), converted(35_000)];
  await book([...talk, caller(95_200, "completed")]);
  await approve(await ask("-1000000"));
  expect(await readMoney()).toEqual(["29000000", "0", "-1000000", "0"]);
  await book([leg(200_000, "completed", { seconds: 12 })]);
  expect(await readMoney()).toEqual(["-1000000", "0", "-1000000", "0"]);
  const kinds = (await readTransfers()).map(
    ({ kind, reversesKey }) => `${kind}${reversesKey === null ? "" : " back"}`,
  );
  expect(kinds.filter((kind) => kind.startsWith("adjustment"))).toEqual(["adjustment"]);
  expect(await inLedger(checkLedger)).toEqual([]);
});

const list = async (query: object) => {
  const of = { values: [callId], isNot: false };
  const page = await listAdjustments({
    ...using(),
    input: { limit: 50, sort: "amountMicros", callId: of, ...query },
  });
  return page.items.map(({ amountMicros }) => amountMicros);
};

test("adjustments are found by status, party, call and reason, sorted and page by page", async () => {
  await ask("-3000000", { reason: "Late 50%" });
  await ask("-2000000", { party: "publisher" });
  await approve(await ask("-1000000"));
  expect(await list({})).toEqual(["-3000000", "-2000000", "-1000000"]);
  expect(await list({ sort: "-amountMicros" })).toEqual(["-1000000", "-2000000", "-3000000"]);
  expect(await list({ status: { isNot: false, values: ["approved"] } })).toEqual(["-1000000"]);
  expect(await list({ party: { isNot: true, values: ["buyer"] } })).toEqual(["-2000000"]);
  expect(await list({ publisherId: { isNot: false, values: [account.ids.publisher] } })).toEqual([
    "-2000000",
  ]);
  expect(await list({ search: "50%" })).toEqual(["-3000000"]);
  expect(await list({ limit: 1 })).toEqual(["-3000000"]);
  expect(await list({ from: "2999-01-01T00:00:00Z" })).toEqual([]);
});
