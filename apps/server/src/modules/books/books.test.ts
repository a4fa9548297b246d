import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "#clock.ts";
import { createPools, type Pools } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { type Gate, openGate } from "#live/drain/testing/open-gate.ts";
import type { Snapshot } from "#live/snapshot/snapshot.ts";
import { sealAuthToken } from "#modules/accounts/auth-token.ts";
import { recordChange } from "#modules/audit/record-change.ts";
import { createSealer } from "#sealing.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { createMemorySnapshot } from "./testing/memory-snapshot.ts";
import { compileBook } from "./compile-book.ts";
import { findBook } from "./find-book.ts";
import { type BookWatch, watchBooks } from "./watch-books.ts";

const sealer = createSealer([{ id: "k1", secret: "a key for tests only" }]);
const log = pino({ level: "silent" });

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

let database: TestDatabase;
let gate: Gate;
let pools: Pools;
let account: TestAccount;
let watch: BookWatch | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  gate = await openGate(database.url);
  pools = createPools({ url: gate.url });
  account = await createTestAccount(database.pools);
});
afterEach(async () => {
  await watch?.stop();
  watch = undefined;
  await gate.close();
  await pools.close();
});

const inAccount = <Result>(work: (tx: AccountTransaction) => Promise<Result>): Promise<Result> =>
  withAccount(database.pools.app, account.accountId, work);

const change = (statement: string, values: unknown[]): Promise<void> =>
  inAccount(async (tx) => {
    await tx.query(statement, values);
    const told = { action: "update", noun: "target", nounId: "1", before: null, after: null, book: true };
    await recordChange(tx, account.ctx, told);
  });

const noSnapshot = { find: () => undefined };

const compile = (snapshot: Pick<Snapshot, "find"> = noSnapshot) =>
  inAccount((tx) => compileBook(tx, { sealer, log, snapshot }));

const campaignId = randomUUID();
const planId = randomUUID();
const publisherId = randomUUID();
const [first, second, archived, fallback] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** One campaign with two living targets, an archived one between them and a fallback, and one number. */
const fillAccount = (): Promise<void> =>
  inAccount(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      "insert into buyers (account_id, name, status) values ($1, 'Buyer', 'paused') returning id",
      [tx.accountId],
    );
    const buyerId = rows[0]?.id;
    await tx.query("insert into publishers (account_id, id, name, status) values ($1, $2, 'Pub', 'active')", [
      tx.accountId,
      publisherId,
    ]);
    for (const [id, status] of [
      [first, "active"],
      [second, "paused"],
      [archived, "archived"],
      [fallback, "active"],
    ]) {
      await tx.query(
        `insert into targets (account_id, id, buyer_id, name, status, destination_kind, destination,
           concurrency_max, revenue_micros, revenue_after_seconds)
         values ($1, $2::uuid, $3, $2::uuid::text, $4, 'phone', '+12025550150', 5, 9007199254740993, 60)`,
        [tx.accountId, id, buyerId, status],
      );
    }
    const plan = [tx.accountId, planId];
    await tx.query(
      "insert into plans (account_id, id, name, status) values ($1, $2, 'Plan', 'active')",
      plan,
    );
    await tx.query(
      `insert into campaigns (account_id, id, name, vertical, status, dial_attempts_max, ring_timeout_seconds,
         time_limit_seconds, recording, caller_id, apology, payout_micros, payout_after_seconds, fallback_target_id,
         plan_id)
       values ($1, $2, 'Campaign', 'Solar', 'active', 3, 20, 3600, 'off', 'caller', 'Sorry.', 1500000, 60, $3, $4)`,
      [tx.accountId, campaignId, fallback, planId],
    );
    await tx.query(
      `insert into plan_rows (account_id, plan_id, position, target_id, priority, weight, enabled)
       select $1, $2, place, target, 1, 10, true from unnest($3::uuid[]) with ordinality as t (target, place)`,
      [...plan, [second, archived, first]],
    );
    await tx.query(
      `insert into numbers (account_id, carrier_account_id, number, label, campaign_id, publisher_id)
       values ($1, $2, '+12025550100', 'Main', $3, $4)`,
      [tx.accountId, account.carrierAccount.id, campaignId, publisherId],
    );
  });

const sealToken = (token: string): Promise<void> => {
  const owner = { accountId: account.accountId, accountRef: account.carrierAccount.accountRef };
  return change("update carrier_accounts set auth_token_sealed = $1", [sealAuthToken(sealer, owner, token)]);
};

const startWatch = (snapshot: Snapshot): BookWatch => {
  watch = watchBooks({ directUrl: gate.url, pool: pools.app, snapshot, clock: systemClock, sealer, log });
  return watch;
};

test("the book holds the account's living things in plan order", async () => {
  await fillAccount();
  await sealToken("the token");
  const { entry } = (await compile()) ?? {};
  expect(entry?.carrierAccounts).toEqual([
    {
      id: account.carrierAccount.id,
      accountRef: account.carrierAccount.accountRef,
      carrier: "simulator",
      authTokens: ["the token"],
    },
  ]);
  const campaign = entry?.book.campaigns[campaignId];
  expect(campaign).toMatchObject({
    name: "Campaign",
    plan: { id: planId, name: "Plan" },
    payoutMicros: "1500000",
    fallback: { targetId: fallback },
  });
  expect(campaign?.rows.map(({ targetId }) => targetId)).toEqual([second, first]);
  expect(campaign?.rows[0]).toMatchObject({
    targetStatus: "paused",
    buyerStatus: "paused",
    revenueMicros: "9007199254740993",
    destination: { kind: "phone", address: "+12025550150" },
    concurrencyMax: 5,
  });
  expect(Object.entries(entry?.book.numbers ?? {})).toEqual([
    [`${account.carrierAccount.id}:+12025550100`, { id: expect.any(Number), campaignId, publisherId }],
  ]);
});

test("a price by the length goes into the book, and where there is none the row has no such field", async () => {
  await fillAccount();
  const tiers = { kind: "tiers", tiers: [{ fromSeconds: 30, micros: "10000000" }] };
  await change(
    "update targets set revenue_micros = 0, revenue_after_seconds = 30, revenue_by_length = $2 where id = $1",
    [first, JSON.stringify(tiers)],
  );
  const rows = (await compile())?.entry.book.campaigns[campaignId]?.rows ?? [];
  const byId = new Map(rows.map((row) => [row.targetId, row]));
  expect(byId.get(first)).toMatchObject({
    revenueMicros: "0",
    revenueAfterSeconds: 30,
    revenueByLength: tiers,
  });
  expect(byId.get(second)).not.toHaveProperty("revenueByLength");
});

test("archiving takes a campaign, a publisher and a buyer's targets out of the book", async () => {
  await fillAccount();
  await change("update publishers set status = 'archived'", []);
  await change("update buyers set status = 'archived'", []);
  const before = (await compile())?.entry.book;
  expect(before?.campaigns[campaignId]).toMatchObject({ rows: [], fallback: null });
  await change("update campaigns set status = 'archived'", []);
  const after = (await compile())?.entry.book;
  expect(after?.campaigns).toEqual({});
  expect(Object.values(after?.numbers ?? {})).toEqual([
    { id: expect.any(Number), campaignId: null, publisherId: null },
  ]);
});

const weekly = {
  mon: [{ from: "08:00", to: "17:00" }],
  tue: [],
  wed: [],
  thu: [],
  fri: [],
  sat: [],
  sun: [],
};
const hours = { weekly, exceptions: [] };

test("a target's hours are read on its own clock, else on the account's, whose change moves the book on", async () => {
  await fillAccount();
  await change("update targets set hours = $1", [JSON.stringify(hours)]);
  await change("update targets set time_zone = 'America/Chicago' where id = $1", [second]);
  const listZones = async () => {
    const campaign = (await compile())?.entry.book.campaigns[campaignId];
    return [...(campaign?.rows ?? []), campaign?.fallback].map((row) => row?.schedule?.timeZone);
  };
  expect(await listZones()).toEqual(["America/Chicago", "America/New_York", "America/New_York"]);
  await change("update accounts set time_zone = 'Europe/Berlin'", []);
  expect(await listZones()).toEqual(["America/Chicago", "Europe/Berlin", "Europe/Berlin"]);
  const campaign = (await compile())?.entry.book.campaigns[campaignId];
  expect(campaign?.rows[0]?.schedule?.hours).toEqual(hours);
});

test("a target's caps begin anew on its own clock, else on the account's, and a reset raises their generation", async () => {
  await fillAccount();
  const list = [{ on: "connected", period: "day", limit: 50 }];
  await change("update targets set caps = $1", [JSON.stringify(list)]);
  await change("update targets set time_zone = 'UTC', caps_generation = 2 where id = $1", [second]);
  const campaign = (await compile())?.entry.book.campaigns[campaignId];
  expect([...(campaign?.rows ?? []), campaign?.fallback].map((row) => row?.caps)).toEqual([
    { list, generation: 2, timeZone: "UTC" },
    { list, generation: 1, timeZone: "America/New_York" },
    { list, generation: 1, timeZone: "America/New_York" },
  ]);
});

test.each(["schedule", "caps", "barred"])(
  "a target without has no %s in the book, as in books of before",
  async (name) => {
    await fillAccount();
    await change("update targets set time_zone = 'America/Chicago'", []);
    expect((await compile())?.entry.book.campaigns[campaignId]?.rows[0]).not.toHaveProperty(name);
  },
);

const listPaused = async () =>
  Object.values((await compile())?.entry.book.numbers ?? {}).map(({ paused }) => paused);

test("a paused number is told before a paused publisher", async () => {
  await fillAccount();
  expect(await listPaused()).toEqual([undefined]);
  await change("update publishers set status = 'paused'", []);
  expect(await listPaused()).toEqual(["publisher"]);
  await change("update numbers set status = 'paused'", []);
  expect(await listPaused()).toEqual(["number"]);
});

test("a token that does not open costs its carrier account only", async () => {
  await fillAccount();
  const { entry } = (await compile()) ?? {};
  expect(entry?.carrierAccounts).toEqual([]);
  expect(Object.keys(entry?.book.campaigns ?? {})).toEqual([campaignId]);
});

test("each revision's book is kept as it was", async () => {
  await fillAccount();
  const before = (await compile())?.entry.book;
  expect((await compile())?.entry.book).toEqual(before);
  await change("update plan_rows set weight = 99", []);
  const after = (await compile())?.entry.book;
  expect(after?.revision).toBe((before?.revision ?? 0) + 1);
  expect(await inAccount((tx) => findBook(tx, before?.revision ?? 0))).toEqual(before);
  expect(await inAccount((tx) => findBook(tx, after?.revision ?? 0))).toEqual(after);
  expect(await inAccount((tx) => findBook(tx, 999))).toBeUndefined();
});

test("what differs from the kept book without a recorded change gets a revision of its own", async () => {
  await fillAccount();
  const before = await compile();
  await inAccount((tx) => tx.query("update plan_rows set weight = 99"));
  const after = await compile();
  expect(before?.isIntended).toBe(true);
  expect(after?.isIntended).toBe(false);
  expect(after?.entry.book.revision).toBe((before?.entry.book.revision ?? 0) + 1);
  expect(await inAccount((tx) => findBook(tx, before?.entry.book.revision ?? 0))).toEqual(before?.entry.book);
});

test("the watch installs every account at first, and afterwards only the one that changed", async () => {
  await fillAccount();
  const other = await createTestAccount(database.pools);
  const snapshot = createMemorySnapshot();
  await startWatch(snapshot).ready;
  expect(snapshot.find(account.accountId)?.book.campaigns[campaignId]?.rows).toHaveLength(2);
  expect(snapshot.find(other.accountId)).toBeDefined();
  snapshot.installs.length = 0;
  await change("update plan_rows set weight = 42", []);
  await eventually(() =>
    expect(snapshot.find(account.accountId)?.book.campaigns[campaignId]?.rows[0]?.weight).toBe(42),
  );
  expect(new Set(snapshot.installs)).toEqual(new Set([account.accountId]));
});

test("a change that was made while PostgreSQL could not be reached arrives when it is back", async () => {
  await fillAccount();
  const snapshot = createMemorySnapshot();
  await startWatch(snapshot).ready;
  gate.cut();
  await change("update plan_rows set weight = 43", []);
  expect(snapshot.find(account.accountId)?.book.campaigns[campaignId]?.rows[0]?.weight).toBe(10);
  gate.open();
  await eventually(() =>
    expect(snapshot.find(account.accountId)?.book.campaigns[campaignId]?.rows[0]?.weight).toBe(43),
  );
});

test("an account that is gone leaves the snapshot", async () => {
  const gone = await createTestAccount(database.pools);
  const snapshot = createMemorySnapshot();
  await startWatch(snapshot).ready;
  expect(snapshot.find(gone.accountId)).toBeDefined();
  await withAccount(database.pools.app, gone.accountId, (tx) => tx.query("delete from accounts"));
  await eventually(() => expect(snapshot.find(gone.accountId)).toBeUndefined());
});

const addNumbers = (count: number): Promise<void> =>
  change(
    `insert into numbers (account_id, carrier_account_id, number, label)
     select account_id, $1, '+120255501' || (10 + place), 'Number' from accounts, generate_series(1, $2::int) place`,
    [account.carrierAccount.id, count],
  );

const countNumbers = (snapshot: Snapshot): number =>
  Object.keys(snapshot.find(account.accountId)?.book.numbers ?? {}).length;

const getRevision = (): Promise<number | undefined> =>
  inAccount(async (tx) => {
    const { rows } = await tx.query<{ revision: string }>("select revision from accounts");
    return rows[0] && Number(rows[0].revision);
  });

test("what vanished without a recorded change goes on being routed by, until a change is recorded", async () => {
  await addNumbers(20);
  const snapshot = createMemorySnapshot();
  await startWatch(snapshot).ready;
  const before = await getRevision();
  await inAccount((tx) => tx.query("delete from numbers where number > '+12025550112'"));
  for (let polls = 0; polls < 3; polls += 1) {
    await expect(compile(snapshot)).rejects.toThrow("18 of its 20 numbers would be gone");
  }
  expect(await getRevision()).toBe(before);
  expect(countNumbers(snapshot)).toBe(20);
  await change("update numbers set label = 'Kept'", []);
  await eventually(() => expect(countNumbers(snapshot)).toBe(2));
});

test("after a restore of the database the restored book is routed by, under a revision that was never used", async () => {
  await addNumbers(20);
  const snapshot = createMemorySnapshot();
  await change("update accounts set revision = 50", []);
  await startWatch(snapshot).ready;
  const lost = snapshot.find(account.accountId)?.book.revision ?? 0;
  await inAccount(async (tx) => {
    await tx.query("delete from numbers where number > '+12025550112'");
    await tx.query("delete from books");
    await tx.query("update accounts set revision = 40");
  });
  await eventually(() => expect(countNumbers(snapshot)).toBe(2));
  expect(snapshot.find(account.accountId)?.book.revision).toBe(lost + 1);
  expect(await getRevision()).toBe(lost + 1);
  expect(await inAccount((tx) => findBook(tx, lost + 1))).toEqual(snapshot.find(account.accountId)?.book);
  await change("delete from numbers", []);
  await eventually(() => expect(snapshot.find(account.accountId)?.book.revision).toBe(lost + 2));
});

test("a restored book that is changed up to the very revision that is routed by gets another one", async () => {
  await addNumbers(3);
  const snapshot = createMemorySnapshot();
  const before = await compile();
  if (before === undefined) throw new Error("There is no book.");
  await snapshot.install(before.entry);
  await inAccount(async (tx) => {
    await tx.query("delete from books");
    await tx.query("delete from numbers where number > '+12025550112'");
  });
  expect((await compile(snapshot))?.entry.book.revision).toBe(before.entry.book.revision + 1);
});

test("a book that is routed by at a higher revision than the database has, but is the same, keeps its revision", async () => {
  const snapshot = createMemorySnapshot();
  const before = await compile();
  if (before === undefined) throw new Error("There is no book.");
  await snapshot.install({ ...before.entry, book: { ...before.entry.book, revision: 7 } });
  expect((await compile(snapshot))?.entry.book.revision).toBe(7);
  expect(await getRevision()).toBe(7);
  expect(await inAccount((tx) => findBook(tx, 7))).toEqual(snapshot.find(account.accountId)?.book);
});
