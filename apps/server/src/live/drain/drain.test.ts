import type { CallEvent } from "@ccp/engine";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { withAccount } from "#db/transaction.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { readBooked } from "./testing/read-booked.ts";
import { arrivedAt, createSampleCall, type SampleCall, tellWholeCall } from "./testing/sample-call.ts";
import { startDrain } from "./testing/start-drain.ts";

const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 });

let database: TestDatabase;
let accountId: string;
let call: SampleCall;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ accountId } = await createTestAccount(database.pools));
  call = createSampleCall(accountId);
});

/** Books each batch by itself. */
const book = async (...batches: CallEvent[][]): Promise<void> => {
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  for (const batch of batches) {
    await tell(batch);
    await drain.idle();
  }
  await drain.stop();
};

const read = () => readBooked(database.pools.app, accountId);

const listTransfers = () =>
  withAccount(database.pools.app, accountId, async (tx) => {
    const { rows } = await tx.query(
      "select idempotency_key as key, reverses_key, effective_at, txn_id from ledger_transfers order by id",
    );
    return rows;
  });

test("a call's row follows its events from the first ring to the end", async () => {
  const [arrived, decided] = call.start() as [CallEvent, CallEvent];
  await book([arrived, decided]);
  const ringing = (await read()).calls[0]?.["row"];
  expect(ringing).toMatchObject({
    id: call.callId,
    caller: "+12025550142",
    dialled: "+12025550100",
    number_id: 3,
    buyer_id: 7,
    status: "ringing",
    outcome: null,
    attempts: 1,
    arrived_at: "2026-01-01T00:00:00+00:00",
    converted: false,
    revenue_micros: 0,
  });
  await book(tellWholeCall(call).slice(2));
  expect((await read()).calls[0]?.["row"]).toMatchObject({
    status: "ended",
    outcome: "connected",
    connected_seconds: 90,
    converted: true,
    currency: "USD",
    revenue_micros: 30_000_000,
    payout_micros: 20_000_000,
  });
});

test("events before the call's arrival are kept, and its row comes with the arrival", async () => {
  await book([call.leg(1_000, "ringing")]);
  expect(await read()).toMatchObject({ events: [{ key: expect.stringContaining("ringing") }], calls: [] });
  await book(call.start());
  expect((await read()).calls).toHaveLength(1);
});

test("a late callback after the call was over is added and changes no money", async () => {
  await book(tellWholeCall(call));
  const { net } = await read();
  const recording = { ref: "RE1", url: null, seconds: 90, channels: 2 };
  await book([call.tell(900_000, { kind: "recording", status: "completed", ...recording })]);
  const after = await read();
  expect(after.events).toHaveLength(tellWholeCall(call).length + 1);
  expect(after.net).toEqual(net);
});

test("a conversion that the carrier's final word withdraws is reversed, and the ledger nets to zero", async () => {
  await book([...call.start(), call.leg(5_000, "in-progress"), call.converted(35_000)]);
  expect((await read()).net).toHaveLength(1);
  const record = { seconds: 12, source: "record" } as const;
  await book([call.leg(95_000, "completed", record), call.caller(95_200, "completed")]);
  const key = `call:${call.callId}:revenue:1`;
  const uuid = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(await listTransfers()).toEqual([
    { key, reverses_key: null, effective_at: new Date(arrivedAt), txn_id: uuid },
    {
      key: `${key}:reversal`,
      reverses_key: key,
      effective_at: new Date(arrivedAt + 95_200),
      txn_id: uuid,
    },
  ]);
  const { net, calls } = await read();
  expect(net).toEqual([]);
  expect(calls[0]?.["row"]).toMatchObject({ converted: false, revenue_micros: 0, connected_seconds: 12 });
});

test("a ledger key that is taken by other money stops its event with an alarm, and nobody else's", async () => {
  await withAccount(database.pools.app, accountId, (tx) =>
    tx.query(
      `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, debit, credit, amount_micros,
         currency, effective_at)
       values ($1, $1, $2, 'adjustment', 'margin', 'somebody', 1, 'USD', now())`,
      [accountId, `call:${call.callId}:revenue:1`],
    ),
  );
  const other = createSampleCall(accountId);
  await book([...tellWholeCall(call), ...tellWholeCall(other)]);
  const { calls, quarantined, events } = await read();
  expect(calls).toHaveLength(2);
  expect(quarantined.length).toBeGreaterThan(0);
  expect(quarantined[0]?.["error"]).toContain("ledger_transfers_account_id_idempotency_key_index");
  expect(events.length + quarantined.length).toBe(tellWholeCall(call).length * 2);
});

test("a batch gives one notice for each account, however many calls it books", async () => {
  const listener = new Client({ connectionString: database.url });
  await listener.connect();
  const notices: { accountId: string; bookedSeq: number }[] = [];
  listener.on("notification", ({ payload }) => notices.push(JSON.parse(payload ?? "")));
  await listener.query("listen booked");
  const { accountId: otherId } = await createTestAccount(database.pools);
  const calls = Array.from({ length: 20 }, () => createSampleCall(accountId));
  await book([...calls.flatMap(tellWholeCall), ...createSampleCall(otherId).start()]);
  await eventually(() => expect(notices).toHaveLength(2));
  await book(calls.flatMap(tellWholeCall));
  await book([...calls.flatMap((one) => one.start()), call.leg(1_000, "ringing")], call.start());
  await eventually(() => expect(notices).toHaveLength(3));
  await listener.end();
  const seqs = notices.filter((notice) => notice.accountId === accountId).map(({ bookedSeq }) => bookedSeq);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
});

test("two accounts of one batch are booked in transactions of their own, each in its own account only", async () => {
  const { accountId: otherId } = await createTestAccount(database.pools);
  const other = createSampleCall(otherId);
  await book([...tellWholeCall(call), ...tellWholeCall(other)]);
  const transactionsOf = (id: string) =>
    withAccount(database.pools.app, id, async (tx) => {
      const { rows } = await tx.query<{ xmin: string }>("select distinct xmin from call_events");
      return rows.map(({ xmin }) => xmin);
    });
  const [mine, theirs] = await Promise.all([transactionsOf(accountId), transactionsOf(otherId)]);
  expect(mine).toHaveLength(1);
  expect(theirs).toHaveLength(1);
  expect(mine).not.toEqual(theirs);
});

test("more records than memory holds are booked from the journal", async () => {
  const { drain, tell, journal } = startDrain({ pool: database.pools.drain, recordsMax: 5 });
  const calls = Array.from({ length: 40 }, () => createSampleCall(accountId));
  await tell(...calls.flatMap((one) => tellWholeCall(one).map((event) => [event])));
  await drain.idle();
  await drain.stop();
  expect(journal.readBack()).toBeGreaterThan(300);
  const { calls: rows, net } = await read();
  expect(rows).toHaveLength(40);
  expect(net).toHaveLength(80);
});
