import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { createSampleCall, tellWholeCall } from "#live/drain/testing/sample-call.ts";
import { startDrain } from "#live/drain/testing/start-drain.ts";
import { createTestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { checkLedger } from "./check-ledger.ts";
import { listTransfers } from "./list-transfers.ts";
import { readBalances } from "./read-balances.ts";

let database: TestDatabase;
let accountId: string;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  ({ accountId } = await createTestAccount(database.pools));
});

const inAccount = <Result>(work: (tx: AccountTransaction) => Promise<Result>): Promise<Result> =>
  withAccount(database.pools.app, accountId, work);

const bookCalls = async (count: number): Promise<string[]> => {
  const calls = Array.from({ length: count }, () => createSampleCall(accountId));
  const { drain, tell } = startDrain({ pool: database.pools.drain });
  await tell(...calls.map(tellWholeCall));
  await drain.idle();
  await drain.stop();
  return calls.map(({ callId }) => callId);
};

test("balances are the sums of the transfers, and together they are zero", async () => {
  await bookCalls(3);
  expect(await inAccount(readBalances)).toEqual([
    { account: "buyer:7:receivable", currency: "USD", micros: -90_000_000n },
    { account: "margin", currency: "USD", micros: 30_000_000n },
    {
      account: "publisher:0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0003:payable",
      currency: "USD",
      micros: 60_000_000n,
    },
  ]);
});

test("a call's transfers are listed in the order in which they were booked", async () => {
  const [callId = ""] = await bookCalls(1);
  const transfers = await inAccount((tx) => listTransfers(tx, [callId]));
  expect(transfers).toMatchObject([
    { kind: "revenue", debit: "buyer:7:receivable", credit: "margin", amountMicros: 30_000_000n },
    { kind: "payout", debit: "margin", amountMicros: 20_000_000n, reversesKey: null, callId },
  ]);
});

test("a ledger that follows from its events has no fault, whatever the number of calls", async () => {
  await bookCalls(520);
  expect(await inAccount(checkLedger)).toEqual([]);
});

test("a transfer that no event accounts for is found, to the micro", async () => {
  const [callId = ""] = await bookCalls(2);
  await inAccount((tx) =>
    tx.query(
      `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, call_id, debit, credit,
         amount_micros, currency, effective_at)
       values ($1, $2, 'surplus', 'revenue', $2, 'buyer:7:receivable', 'margin', 1, 'USD', now())`,
      [accountId, callId],
    ),
  );
  const [fault, ...others] = await inAccount(checkLedger);
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ callId, booked: expect.stringContaining("-30000001") });
});

test("another account's ledger is neither listed, summed nor written to", async () => {
  const [callId = ""] = await bookCalls(1);
  const { accountId: otherId } = await createTestAccount(database.pools);
  await withAccount(database.pools.app, otherId, async (tx) => {
    expect(await listTransfers(tx, [callId])).toEqual([]);
    expect(await readBalances(tx)).toEqual([]);
  });
  const trespass = withAccount(database.pools.app, otherId, (tx) =>
    tx.query(
      "insert into call_events (account_id, call_id, key, at, fact) values ($1, $2, 'x', now(), '{}')",
      [accountId, callId],
    ),
  );
  await expect(trespass).rejects.toThrow("row-level security");
});
