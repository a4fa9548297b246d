import { afterAll, beforeAll, expect, test } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { type FurnishedAccount, furnishAccount } from "#http/testing/furnished-account.ts";
import { createTestApp, type TestApp } from "#http/testing/test-app.ts";
import { bookCallsAt } from "#modules/calls/testing/book-calls-at.ts";
import { listLiveCalls } from "./list-live-calls.ts";

let testApp: TestApp;
let account: FurnishedAccount;

const now = Date.parse("2026-07-15T18:30:00Z");
const secondsAgo = (seconds: number): number => now - seconds * 1000;
const toIso = (at: number): string => new Date(at).toISOString();

beforeAll(async () => {
  testApp = await createTestApp();
  account = await furnishAccount(testApp);
});

afterAll(() => testApp.close());

const read = () => listLiveCalls({ pools: testApp.deps.pools, ctx: account.ctx, now });

const book = bookCallsAt;

test("calls that go on are listed by what each is at and since when, those that are over are not", async () => {
  const { pools } = testApp.deps;
  await withAccount(pools.app, account.accountId, (tx) => tx.query("delete from calls"));
  await book(pools, account, [secondsAgo(300)]);
  await book(pools, account, [secondsAgo(120)], (call) => [
    ...call.start(),
    call.leg(6_000, "in-progress"),
    call.caller(6_000, "in-progress"),
  ]);
  await book(pools, account, [secondsAgo(60)], (call) => [...call.start(), call.leg(1_000, "ringing")]);
  await book(pools, account, [secondsAgo(40)], (call) => [
    ...call.start(),
    call.tell(20_000, {
      kind: "dial-ended",
      attempt: 1,
      childRef: null,
      status: "busy",
      seconds: null,
      bridged: false,
    }),
    call.tell(21_000, {
      kind: "decided",
      step: 1,
      bookRevision: 1,
      engineVersion: 1,
      seed: call.callId,
      reasons: "A",
      inUse: [0],
      choice: { kind: "apologise", reason: "nobody-eligible", text: "Nobody is free." },
    }),
  ]);
  await book(pools, account, [secondsAgo(5)], (call) => call.start().slice(0, 1));
  const live = await read();
  const target = { id: account.ids.target };
  expect(live.items).toMatchObject([
    { step: "talking", stepSince: toIso(secondsAgo(114)), target, status: "in-progress" },
    { step: "dialling", stepSince: toIso(secondsAgo(60)), target, lastAttemptOutcome: "dialling" },
    { step: "ending", stepSince: toIso(secondsAgo(19)), target, lastAttemptOutcome: "busy" },
    { step: "routing", stepSince: toIso(secondsAgo(5)), target: null, place: { state: "DC" } },
  ]);
  expect(live.total).toBe(4);
  expect(live.targets).toMatchObject([
    { target, buyer: { id: account.ids.buyer }, inUse: 2, concurrencyMax: 3 },
  ]);
  expect(live.lastArrivedAt).toBe(toIso(secondsAgo(5)));
});
