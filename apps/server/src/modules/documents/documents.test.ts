import * as fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { DocumentLine, IssueDocument } from "@ccp/contract";
import { systemClock } from "#clock.ts";
import { withAccount } from "#db/transaction.ts";
import { createMemoryCapacity } from "#live/capacity/memory.ts";
import { createBuyer } from "#modules/buyers/create-buyer.ts";
import { createPublisher } from "#modules/publishers/create-publisher.ts";
import { createTestAccount, type TestAccount } from "#testing/test-account.ts";
import { createTestDatabase, type TestDatabase } from "#testing/test-database.ts";
import { getBalance } from "./get-balance.ts";
import { issueDocument } from "./issue-document.ts";
import { listDocumentLines } from "./list-document-lines.ts";
import { previewDocument } from "./preview-document.ts";
import { voidDocument } from "./void-document.ts";

let database: TestDatabase;
let account: TestAccount;
let buyerId: number;
let publisherId: string;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

let accounts = 0;
const open = async (): Promise<void> => {
  accounts += 1;
  account = await createTestAccount(database.pools);
  const using = { pools: database.pools, ctx: account.ctx };
  buyerId = (
    await createBuyer({
      ...using,
      input: { name: `Acme ${accounts}`, status: "active", repeatCallers: null },
    })
  ).id;
  publisherId = (await createPublisher({ ...using, input: { name: "Radio", status: "active" } })).id;
};
beforeEach(open);

const now = Date.parse("2026-06-15T16:00:00Z");
const capacity = createMemoryCapacity(systemClock);
const using = () => ({ pools: database.pools, ctx: account.ctx, now });

type Entry = {
  at: string;
  micros: bigint;
  kind?: string;
  reverses?: string;
  key?: string;
  party?: "publisher";
};

let entries = 0;

/** Writes transfers of the buyer, or of the publisher, in the order given. */
const book = (...added: Entry[]): Promise<void> =>
  withAccount(database.pools.drain, account.accountId, async (tx) => {
    for (const { at, micros, kind = "revenue", reverses = null, key, party } of added) {
      entries += 1;
      const theirs = party === undefined ? `buyer:${buyerId}:receivable` : `publisher:${publisherId}:payable`;
      const isDebited = (party === undefined) === micros > 0n;
      await tx.query(
        `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, debit, credit, amount_micros,
           currency, reverses_key, effective_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, 'USD', $7, $8)`,
        [
          tx.accountId,
          key ?? `entry:${entries}`,
          kind,
          isDebited ? theirs : "margin",
          isDebited ? "margin" : theirs,
          (micros < 0n ? -micros : micros).toString(),
          reverses,
          at,
        ],
      );
    }
  });

const may = { periodFrom: "2026-05-01", periodThrough: "2026-05-31" };
const june = { periodFrom: "2026-06-01", periodThrough: "2026-06-15" };

const issue = (input: Partial<IssueDocument> & typeof may) =>
  issueDocument({ ...using(), input: { buyerId, ...input } });

const readLines = async (id: number) =>
  (await listDocumentLines({ ...using(), input: { id, limit: 200, sort: "effectiveAt" } })).items;

const toVoid = (id: number) => voidDocument({ ...using(), input: { id, note: "Wrong" } });

test("an invoice opens with what was before, has the lines of its days by the account's clock, and closes with both", async () => {
  // In New York the first of May begins at 04:00 UTC and the last one ends at 04:00 UTC of the first of June.
  await book(
    { at: "2026-05-01T03:59:59Z", micros: 7n },
    { at: "2026-05-01T04:00:00Z", micros: 100n, key: "a" },
    { at: "2026-05-20T00:00:00Z", micros: -30n, kind: "adjustment" },
    { at: "2026-05-21T00:00:00Z", micros: -100n, reverses: "a" },
    { at: "2026-06-01T03:59:59Z", micros: 1_000n },
    { at: "2026-06-01T04:00:00Z", micros: 10_000n },
    { at: "2026-05-05T00:00:00Z", micros: 500_000n, party: "publisher", kind: "payout" },
  );
  const invoice = await issue(may);
  expect(invoice).toMatchObject({
    kind: "invoice",
    number: 1,
    timeZone: "America/New_York",
    openingMicros: "7",
    calls: { count: 2, micros: "1100" },
    adjustments: { count: 1, micros: "-30" },
    reversals: { count: 1, micros: "-100" },
    earlier: { count: 0, micros: "0" },
    closingMicros: "977",
  });
  expect((await readLines(invoice.id)).map(({ kind, amountMicros }) => [kind, amountMicros])).toEqual([
    ["call", "100"],
    ["adjustment", "-30"],
    ["reversal", "-100"],
    ["call", "1000"],
  ]);
});

test("a statement says what the publisher is owed, and its number is its own kind's", async () => {
  await book({ at: "2026-05-05T00:00:00Z", micros: 40n, party: "publisher", kind: "payout" });
  await issue(may);
  const input = { publisherId, ...may };
  const statement = await issueDocument({ ...using(), input });
  expect(statement).toMatchObject({
    kind: "statement",
    number: 1,
    closingMicros: "40",
    publisher: { name: "Radio" },
  });
});

test("what is booked after an invoice was issued leaves it as it was and stands on the next one", async () => {
  await book({ at: "2026-05-05T00:00:00Z", micros: 100n, key: "a" });
  const first = await issue(may);
  await book(
    { at: "2026-05-06T00:00:00Z", micros: 20n },
    { at: "2026-05-07T00:00:00Z", micros: -100n, reverses: "a" },
    { at: "2026-04-07T00:00:00Z", micros: 3n },
    { at: "2026-06-02T12:00:00Z", micros: 1_000n },
  );
  expect((await readLines(first.id)).map(({ amountMicros }) => amountMicros)).toEqual(["100"]);
  const second = await issue(june);
  expect(second).toMatchObject({
    number: 2,
    openingMicros: "100",
    earlier: { count: 3, micros: "-77" },
    calls: { count: 1, micros: "1000" },
    closingMicros: "1023",
  });
});

test("only the last invoice can be declared void; its number stays, its lines go into the next one", async () => {
  await book({ at: "2026-05-05T00:00:00Z", micros: 100n });
  const first = await issue(may);
  const second = await issue(june);
  await expect(toVoid(first.id)).rejects.toThrow("Invoice 2 goes on from this one");
  expect(await toVoid(second.id)).toMatchObject({ status: "void", voidNote: "Wrong", voidedBy: "Owner" });
  await toVoid(first.id);
  await expect(toVoid(first.id)).rejects.toMatchObject({ code: "conflict" });
  expect((await readLines(first.id)).map(({ amountMicros }) => amountMicros)).toEqual(["100"]);
  expect(await issue(may)).toMatchObject({ number: 3, openingMicros: "0", closingMicros: "100" });
});

/** Sets the account's clock. */
const moveTo = (timeZone: string) =>
  withAccount(database.pools.app, account.accountId, (tx) =>
    tx.query("update accounts set time_zone = $2 where account_id = $1", [tx.accountId, timeZone]),
  );

test("no transfer stands on two invoices, however far the account's clock is moved between them", async () => {
  // The 14th of June of the one zone ends an hour after the 15th of the other.
  await moveTo("Pacific/Midway");
  await book({ at: "2026-06-15T10:30:00Z", micros: 100n });
  expect((await issue({ ...june, periodThrough: "2026-06-14" })).closingMicros).toBe("100");
  await moveTo("Pacific/Kiritimati");
  for (const day of ["2026-06-15", "2026-06-16"]) {
    const invoice = await issue({ periodFrom: day, periodThrough: day });
    expect(invoice).toMatchObject({ openingMicros: "100", closingMicros: "100" });
  }
});

test("numbers have no gaps, however many are issued at once", async () => {
  const using = { pools: database.pools, ctx: account.ctx };
  const ids = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => {
      const input = { name: `Buyer ${accounts} ${index}`, status: "active", repeatCallers: null } as const;
      return (await createBuyer({ ...using, input })).id;
    }),
  );
  const asked = [...ids, ids[0] ?? 0].map((id) => issue({ ...may, buyerId: id }));
  const issued = (await Promise.allSettled(asked)).flatMap((each) =>
    each.status === "fulfilled" ? [each.value.number] : [],
  );
  expect(issued.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
});

test("a preview is what is issued, unless something was booked in between", async () => {
  await book({ at: "2026-05-05T00:00:00Z", micros: 100n });
  const preview = await previewDocument({
    ...using(),
    input: { party: { kind: "buyer", id: buyerId }, ...may },
  });
  await book({ at: "2026-05-06T00:00:00Z", micros: 1n });
  const { closingMicros } = preview;
  await expect(issue({ ...may, closingMicros })).rejects.toMatchObject({ code: "stale" });
  const again = await previewDocument({
    ...using(),
    input: { party: { kind: "buyer", id: buyerId }, ...may },
  });
  expect(await issue({ ...may, closingMicros: again.closingMicros })).toMatchObject(again);
});

test.each<[string, Partial<IssueDocument> & typeof may, string]>([
  [
    "the days in the wrong order",
    { periodFrom: "2026-05-02", periodThrough: "2026-05-01" },
    "before the first",
  ],
  ["days to come", { periodFrom: "2026-06-01", periodThrough: "2026-06-16" }, "today is 2026-06-15"],
  ["more than a year", { periodFrom: "2024-01-01", periodThrough: "2026-01-01" }, "at most 366 days"],
  [
    "days that another one has",
    { periodFrom: "2026-05-31", periodThrough: "2026-06-01" },
    "goes through 2026-05-31",
  ],
  ["nobody's money", { ...june, buyerId: 999_999_999 }, "no such buyer"],
  ["the money of both", { ...june, publisherId: "0b6f6a0e-5f0c-4f0a-9d35-2f7c9a1c0003" }, "either a buyer"],
])("an invoice is refused for %s", async (_name, input, message) => {
  await issue(may);
  await expect(issue(input)).rejects.toMatchObject({
    details: [{ message: expect.stringContaining(message) }],
  });
});

test("a manager sees what an invoice would say and does not issue it", async () => {
  const ctx = { ...account.ctx, role: "manager" } as const;
  const input = { buyerId, ...may };
  expect(
    await previewDocument({ ...using(), ctx, input: { party: { kind: "buyer", id: buyerId }, ...may } }),
  ).toMatchObject({ closingMicros: "0" });
  await expect(issueDocument({ ...using(), ctx, input })).rejects.toMatchObject({ code: "forbidden" });
});

test("a balance is the ledger's, with what no document has yet", async () => {
  await book({ at: "2026-05-05T00:00:00Z", micros: 100n });
  await issue(may);
  await book(
    { at: "2026-05-05T00:00:00Z", micros: 11n },
    { at: "2026-06-02T00:00:00Z", micros: -4n, kind: "adjustment" },
  );
  expect(await getBalance({ ...using(), capacity, input: { kind: "buyer", id: buyerId } })).toMatchObject({
    currency: "USD",
    balanceMicros: "107",
    openMicros: "7",
    lastDocument: { number: 1, periodThrough: "2026-05-31", closingMicros: "100" },
  });
});

const days = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"];

const anyEntry = fc.record({
  at: fc
    .record({ month: fc.constantFrom(...days), day: fc.integer({ min: 1, max: 28 }), hour: fc.nat(23) })
    .map(
      ({ month, day, hour }) =>
        `${month}-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`,
    ),
  micros: fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).filter((micros) => micros !== 0n),
  kind: fc.constantFrom("revenue", "adjustment"),
});

/** What is booked before each month's invoice, and which invoices are declared void after it. */
const anyHistory = fc.record({
  booked: fc.array(fc.array(anyEntry, { maxLength: 5 }), { minLength: days.length, maxLength: days.length }),
  isSkipped: fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length }),
  isVoid: fc.array(fc.boolean(), { minLength: days.length, maxLength: days.length }),
});

test("whatever is booked when: every transfer stands on one invoice, and lines and balances agree to the micro", async () => {
  await fc.assert(
    fc.asyncProperty(anyHistory, async ({ booked, isSkipped, isVoid }) => {
      await open();
      const all: { micros: bigint; at: string }[] = [];
      const issued: { id: number; lines: DocumentLine[] }[] = [];
      let closing = 0n;
      const invoiced: string[] = [];
      for (const [index, month] of days.entries()) {
        const added = booked[index] ?? [];
        await book(...added);
        all.push(...added);
        if (isSkipped[index]) continue;
        const input = { periodFrom: `${month}-01`, periodThrough: `${month}-28` };
        const invoice = await issue(input);
        const lines = await readLines(invoice.id);
        issued.push({ id: invoice.id, lines });
        const sum = lines.reduce((total, { amountMicros }) => total + BigInt(amountMicros), 0n);
        expect(BigInt(invoice.openingMicros) + sum).toBe(BigInt(invoice.closingMicros));
        const due = all.filter(({ at }) => at < new Date(invoice.periodUntil).toISOString());
        expect(BigInt(invoice.closingMicros)).toBe(due.reduce((total, { micros }) => total + micros, 0n));
        if (isVoid[index]) {
          await toVoid(invoice.id);
          continue;
        }
        if (invoiced.length > 0) expect(BigInt(invoice.openingMicros)).toBe(closing);
        closing = BigInt(invoice.closingMicros);
        invoiced.push(...lines.map(({ id }) => String(id)));
      }
      expect(new Set(invoiced).size).toBe(invoiced.length);
      for (const { id, lines } of issued) expect(await readLines(id)).toEqual(lines);
      const balance = await getBalance({ ...using(), capacity, input: { kind: "buyer", id: buyerId } });
      expect(BigInt(balance.balanceMicros)).toBe(all.reduce((total, { micros }) => total + micros, 0n));
    }),
    { numRuns: 12 },
  );
});
