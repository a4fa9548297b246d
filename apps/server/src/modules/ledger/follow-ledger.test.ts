import type { CallEvent } from "@ccp/engine";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { systemClock } from "#clock.ts";
import { withAccount } from "#db/transaction.ts";
import { createDrain } from "#live/drain/drain.ts";
import { createHeldClock } from "#live/drain/testing/held-clock.ts";
import type { LiveCheckpoint } from "#live/live.ts";
import { createEntry, createRow } from "#live/testing/sample-book.ts";
import { readDial, startLive, toArrival } from "#live/testing/start-live.ts";
import { createSwitchedJournal } from "#live/testing/switched-journal.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { recordPayment } from "#modules/payments/record-payment.ts";
import { voidPayment } from "#modules/payments/void-payment.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { followLedger } from "./follow-ledger.ts";
import { readOwed } from "./read-owed.ts";

let database: TestDatabase;
let account: TestAccount;
let buyerId: number;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await createTestAccount(database.pools);
  const input = { name: "Acme", status: "active", repeatCallers: null } as const;
  buyerId = (await createBuyer({ pools: database.pools, ctx: account.ctx, input })).id;
});

const price = 12_500_000n;
const using = () => ({ pools: database.pools, ctx: account.ctx, now: Date.now() });

let keys = 0;
const pay = (micros: bigint) => {
  keys += 1;
  const input = {
    buyerId,
    amountMicros: String(micros),
    reference: "",
    note: "",
    idempotencyKey: `k${keys}`,
  };
  return recordPayment({ ...using(), input });
};

type From = { journal?: ReturnType<typeof createSwitchedJournal>; checkpoint?: LiveCheckpoint | null };

/** What carriers and buyers tell of calls. */
const createCalls = ({ live, post, clock }: Awaited<ReturnType<typeof startLive>>) => {
  const call = async (ref: string) => readDial((await post("/carriers/twilio/voice", toArrival(ref))).body);
  const talk = (ref: string, step: string) =>
    post(step, {
      AccountSid: "AC1",
      CallSid: ref,
      CallStatus: "completed",
      DialCallSid: `${ref}-child`,
      DialCallStatus: "completed",
      DialBridged: "true",
      DialCallDuration: "70",
    });
  /** The report, after the events that are told again with it. */
  const report = (callId: string, micros: string, told: readonly CallEvent[] = []) => {
    const fact = { kind: "reported-conversion", reportKey: `sale-${micros}`, micros } as const;
    const event = { key: `reported-conversion:sale-${micros}`, accountId: account.accountId, callId };
    return live.record([...told, { ...event, at: clock.now(), fact }]);
  };
  return { call, talk, report };
};

const makeEntry = () => {
  const entry = createEntry(1, "+12025550100", {
    rows: [
      createRow(1, {
        buyerId,
        prepaid: { creditLimitMicros: "0", mode: "strict" },
        conversion: { kind: "webhook" },
        revenueAfterSeconds: 0,
        concurrencyMax: null,
      }),
      createRow(2, { concurrencyMax: null }),
    ],
  });
  return { ...entry, book: { ...entry.book, accountId: account.accountId } };
};

/** The live path with its drain, following the ledger. */
const start = async ({ journal = createSwitchedJournal(), checkpoint = null }: From = {}) => {
  const log = pino({ level: "silent" });
  const entry = makeEntry();
  const { book } = entry;
  const drain = createDrain({
    journal,
    pool: database.pools.drain,
    clock: systemClock,
    log,
    acknowledgeBy: "journal",
  });
  const clock = createHeldClock(Date.now());
  const live = await startLive({
    entries: [entry],
    journal,
    clock,
    checkpoint,
    more: { booking: drain },
  });
  drain.start(0);
  const follower = followLedger({
    capacity: live.capacity,
    knows: live.live.knows,
    appliedThrough: live.live.appliedThrough,
    bookedThrough: drain.position,
    pool: database.pools.app,
    clock: systemClock,
    log,
    findBook: () => book,
    listBooks: () => [book],
  });
  const stop = async () => {
    await live.stop();
    await drain.stop();
    await follower.stop();
  };
  onTestFinished(stop);
  const read = async () => (await live.capacity.readBalances(account.accountId, [buyerId]))[0];
  const catchUp = () => follower.catchUp(book);
  return { ...live, ...createCalls(live), drain, follower, read, catchUp, stop, clock };
};

type Started = Awaited<ReturnType<typeof start>>;

const readLedger = async (): Promise<bigint> => {
  const [found] = await withAccount(database.pools.app, account.accountId, (tx) => readOwed(tx, [buyerId]));
  return -(found?.micros ?? 0n);
};

const toCallId = (live: Started): string => live.journal.records.at(-1)?.events[0]?.callId ?? "";

/** Has a call talk and its buyer report what it was worth; answers with its id. */
const sell = async (live: Started, ref: string, micros: string): Promise<string> => {
  const { step } = await live.call(ref);
  await live.talk(ref, step);
  const callId = toCallId(live);
  await live.report(callId, micros);
  return callId;
};

test("payments and their taking back reach the balance, and calls wait for neither", async () => {
  const live = await start();
  await live.catchUp();
  expect(await live.read()).toBe(0n);
  const { id } = await pay(50_000_000n);
  await live.follower.hasten(account.accountId);
  expect(await live.read()).toBe(50_000_000n);
  await voidPayment({ ...using(), input: { id, note: "Bounced" } });
  live.follower.touch(null);
  await expect.poll(live.read).toBe(0n);
});

test("revenue is in the balance at once, and the ledger's getting it changes nothing", async () => {
  await pay(100_000_000n);
  const live = await start();
  await live.catchUp();
  await sell(live, "CA1", "30000000");
  expect(await live.read()).toBe(70_000_000n);
  await live.catchUp();
  await live.drain.idle();
  await live.catchUp();
  expect(await live.read()).toBe(70_000_000n);
  expect(await readLedger()).toBe(70_000_000n);
});

/** A call that was sold for 30.00 an hour ago and is known to nobody but PostgreSQL. */
const sellLongAgo = async (live: Started): Promise<string> => {
  await live.catchUp();
  const callId = await sell(live, "CA1", "30000000");
  await live.post("/carriers/twilio/status", {
    AccountSid: "AC1",
    CallSid: "CA1",
    CallStatus: "completed",
    CallDuration: "80",
  });
  await live.drain.idle();
  live.clock.advance(3_600_000);
  await expect.poll(() => live.live.knows(callId)).toBe(false);
  return callId;
};

test("a correction that comes when the call is long forgotten reaches the balance by the ledger", async () => {
  await pay(100_000_000n);
  const live = await start();
  const callId = await sellLongAgo(live);
  await live.report(callId, "45000000");
  await live.drain.idle();
  live.follower.touch(account.accountId);
  await expect.poll(live.read, { timeout: 5_000 }).toBe(55_000_000n);
  expect(await readLedger()).toBe(55_000_000n);
  expect(await live.capacity.listCharged(account.accountId)).toEqual([]);
});

test("a correction with which a forgotten call is told again takes what it adds, and not the whole twice", async () => {
  await pay(100_000_000n);
  const live = await start();
  const callId = await sellLongAgo(live);
  await live.catchUp();
  const all = live.journal.records.flatMap(({ events }) => events);
  await live.report(
    callId,
    "45000000",
    all.filter((event) => event.callId === callId),
  );
  expect(await live.read()).toBe(55_000_000n);
  await live.drain.idle();
  await live.catchUp();
  expect(await live.read()).toBe(55_000_000n);
  expect(await readLedger()).toBe(55_000_000n);
});

test("after a restart the balance is as before, wherever checkpoint, drain and ledger stood", async () => {
  await pay(100_000_000n);
  const before = await start();
  await before.catchUp();
  await sell(before, "CA1", "10000000");
  const checkpoint = JSON.parse(JSON.stringify(before.live.checkpoint())) as LiveCheckpoint;
  await sell(before, "CA2", "20000000");
  await before.drain.idle();
  await before.catchUp();
  await before.call("CA3");
  const expected = 70_000_000n - price;
  expect(await before.read()).toBe(expected);
  await before.stop();
  const { journal } = before;
  const after = await start({ journal, checkpoint });
  expect(await after.read()).toBe(expected);
  await after.drain.idle();
  await after.catchUp();
  expect(await after.read()).toBe(expected);
  await after.stop();
  // The disk kept the journal and no checkpoint: the ledger is read from its beginning.
  const anew = await start({ journal });
  expect(await anew.read()).toBe(null);
  await anew.catchUp();
  expect(await anew.read()).toBe(expected);
});

test("calls beyond the last payment are taken as soon as the next one is recorded", async () => {
  const live = await start();
  await pay(price);
  await live.catchUp();
  const isFirst = async (ref: string) => (await live.call(ref)).number === createRow(1).destination.address;
  expect([await isFirst("CA1"), await isFirst("CA2")]).toEqual([true, false]);
  await pay(price);
  await live.catchUp();
  expect([await isFirst("CA3"), await isFirst("CA4")]).toEqual([true, false]);
});
