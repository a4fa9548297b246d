import type { RecordPayment } from "@ccp/contract";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemClock } from "#clock.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { updateAccount } from "#modules/accounts/update-account.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { getBalance } from "#modules/documents/get-balance.ts";
import { issueDocument } from "#modules/documents/issue-document.ts";
import { listDocumentLines } from "#modules/documents/list-document-lines.ts";
import { checkLedger } from "#modules/ledger/check-ledger.ts";
import { readBalances } from "#modules/ledger/read-balances.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { listPayments } from "./list-payments.ts";
import { recordPayment } from "./record-payment.ts";
import { voidPayment } from "./void-payment.ts";

let database: TestDatabase;
let account: TestAccount;
let buyerId: number;
let publisherId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  account = await createTestAccount(database.pools);
  const using = { pools: database.pools, ctx: account.ctx };
  buyerId = (await createBuyer({ ...using, input: { name: "Acme", status: "active", repeatCallers: null } }))
    .id;
  publisherId = (await createPublisher({ ...using, input: { name: "Radio", status: "active" } })).id;
});

// In New York it is the evening of the fourteenth.
const now = Date.parse("2026-06-15T02:00:00Z");
const using = () => ({ pools: database.pools, ctx: account.ctx, now });

let keys = 0;

const record = (more: Partial<RecordPayment> = {}) => {
  keys += 1;
  const whose = more.publisherId === undefined ? { buyerId } : {};
  const base = { amountMicros: "100000000", reference: "", note: "", idempotencyKey: `key-${keys}` };
  return recordPayment({ ...using(), input: { ...base, ...whose, ...more } });
};

const inAccount = <Result>(work: (tx: AccountTransaction) => Promise<Result>): Promise<Result> =>
  withAccount(database.pools.app, account.accountId, work);

const readSums = async () =>
  (await inAccount(readBalances)).map(({ account: name, micros }) => [name, micros] as const);

const listItems = async () => {
  const input = { limit: 50, sort: "-createdAt" } as const;
  return (await listPayments({ ...using(), input })).items;
};

test("a payment of a buyer and one to a publisher move money between them and the cash", async () => {
  expect(await record({ reference: "Wire 17" })).toMatchObject({
    buyer: { id: buyerId, name: "Acme" },
    amountMicros: "100000000",
    currency: "USD",
    paidOn: "2026-06-14",
    reference: "Wire 17",
    status: "recorded",
    recordedBy: "Owner",
  });
  await record({ publisherId, amountMicros: "30000000" });
  expect(await readSums()).toEqual([
    [`buyer:${buyerId}:receivable`, 100_000_000n],
    ["cash", -70_000_000n],
    [`publisher:${publisherId}:payable`, -30_000_000n],
  ]);
  expect(await inAccount(checkLedger)).toEqual([]);
});

test("a payment is recorded once under its key, however often and however simultaneously it is sent", async () => {
  const sent = await Promise.all(
    Array.from({ length: 5 }, () => record({ idempotencyKey: "wire-17", paidOn: "2026-06-10" })),
  );
  expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
  expect(await listItems()).toHaveLength(1);
  expect(await readSums()).toEqual([
    [`buyer:${buyerId}:receivable`, 100_000_000n],
    ["cash", -100_000_000n],
  ]);
  await expect(record({ idempotencyKey: "wire-17", amountMicros: "1" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("a void payment is reversed once, stays to be seen, and its key stays taken", async () => {
  const { id } = await record({ idempotencyKey: "wire-18" });
  const takeBack = () => voidPayment({ ...using(), input: { id, note: "Bounced" } });
  const attempts = await Promise.allSettled([takeBack(), takeBack()]);
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(takeBack()).rejects.toMatchObject({ code: "conflict" });
  expect(await listItems()).toMatchObject([{ id, status: "voided", voidNote: "Bounced", voidedBy: "Owner" }]);
  expect((await readSums()).map(([, micros]) => micros)).toEqual([0n, 0n]);
  expect(await record({ idempotencyKey: "wire-18" })).toMatchObject({ id, status: "voided" });
  expect(await inAccount(checkLedger)).toEqual([]);
});

test("who may write and not settle records no payment", async () => {
  const ctx = { ...account.ctx, role: "manager" } as const;
  const input = { buyerId, amountMicros: "1", reference: "", note: "", idempotencyKey: "x" };
  await expect(recordPayment({ ...using(), ctx, input })).rejects.toMatchObject({ code: "forbidden" });
});

test("a day to come, nobody, both, and somebody of another account are refused", async () => {
  await expect(record({ paidOn: "2026-06-15" })).rejects.toThrow("today is 2026-06-14");
  await expect(record({ buyerId, publisherId })).rejects.toMatchObject({ code: "invalid" });
  const other = await createTestAccount(database.pools);
  const input = { buyerId, amountMicros: "1", reference: "", note: "", idempotencyKey: "x" };
  await expect(recordPayment({ ...using(), ctx: other.ctx, input })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a transfer without its payment, and a payment without its transfer, are found", async () => {
  const { id } = await record();
  await inAccount(async (tx) => {
    await tx.query("update payments set status = 'voided' where account_id = $1 and id = $2", [
      tx.accountId,
      id,
    ]);
  });
  expect(await inAccount(checkLedger)).toEqual([
    { callId: `payment:${id}`, expected: "0", booked: "100000000" },
  ]);
});

test("an invoice shows the payments of its days, and opening, calls and payments are its closing balance", async () => {
  await inAccount((tx) =>
    tx.query(
      `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, debit, credit, amount_micros,
         currency, effective_at)
       values ($1, gen_random_uuid(), 'a', 'revenue', $2, 'margin', 250000000, 'USD', '2026-06-03T12:00:00Z')`,
      [tx.accountId, `buyer:${buyerId}:receivable`],
    ),
  );
  await record({ paidOn: "2026-05-31", amountMicros: "7000000" });
  await record({ paidOn: "2026-06-01", reference: "Wire 19" });
  const { id } = await record({ paidOn: "2026-06-02", amountMicros: "1000000" });
  await voidPayment({ ...using(), input: { id, note: "Twice" } });
  const period = { periodFrom: "2026-06-01", periodThrough: "2026-06-14" };
  const invoice = await issueDocument({ ...using(), input: { buyerId, ...period } });
  expect(invoice).toMatchObject({
    openingMicros: "-7000000",
    calls: { count: 1, micros: "250000000" },
    payments: { count: 2, micros: "-101000000" },
    reversals: { count: 1, micros: "1000000" },
    closingMicros: "143000000",
  });
  const lines = await listDocumentLines({
    ...using(),
    input: { id: invoice.id, limit: 50, sort: "effectiveAt" },
  });
  expect(lines.items.map(({ kind, note, amountMicros }) => [kind, note, amountMicros])).toEqual([
    ["payment", "Wire 19", "-100000000"],
    ["payment", null, "-1000000"],
    ["call", null, "250000000"],
    ["reversal", null, "1000000"],
  ]);
  const capacity = createMemoryCapacity(systemClock);
  const balance = await getBalance({ ...using(), capacity, input: { kind: "buyer", id: buyerId } });
  expect(balance).toMatchObject({ balanceMicros: "143000000", openMicros: "0", liveMicros: null });
});

test("every payment and every taking back leaves its row in the audit trail", async () => {
  const { id } = await record();
  await voidPayment({ ...using(), input: { id, note: "Bounced" } });
  const { rows } = await inAccount((tx) =>
    tx.query<{ action: string; actor_kind: string }>(
      "select action, actor_kind from audit_log where account_id = $1 and noun = 'payment' order by id",
      [tx.accountId],
    ),
  );
  expect(rows).toEqual([
    { action: "record", actor_kind: "user" },
    { action: "void", actor_kind: "user" },
  ]);
});

test("the currency stays as soon as a payment is recorded", async () => {
  await record();
  const refused = updateAccount({ ...using(), input: { currency: "EUR" } });
  await expect(refused).rejects.toMatchObject({ details: [{ path: "body.currency" }] });
});
