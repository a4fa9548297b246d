import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Document } from "@ccp/contract";
import { drawPdf } from "./draw-pdf.ts";
import type { DayTotal } from "./ledger-lines.store.ts";
import { readPdf } from "./testing/read-pdf.ts";
import { toPaper } from "./to-paper.ts";

const document: Document = {
  id: 3,
  number: 12,
  kind: "invoice",
  buyer: { id: 7, name: "Łódź Dental Грин" },
  publisher: null,
  accountName: "Acme Calls",
  currency: "USD",
  timeZone: "America/New_York",
  periodFrom: "2026-05-01",
  periodThrough: "2026-05-31",
  periodStart: "2026-05-01T04:00:00.000Z",
  periodUntil: "2026-06-01T04:00:00.000Z",
  openingMicros: "7000001",
  calls: { count: 1203, micros: "36090000000" },
  adjustments: { count: 1, micros: "-5000000" },
  payments: { count: 0, micros: "0" },
  reversals: { count: 2, micros: "-60000000" },
  earlier: { count: 0, micros: "0" },
  closingMicros: "36032000001",
  status: "issued",
  issuedBy: "Olga",
  issuedAt: "2026-06-02T14:00:00.000Z",
  voidedBy: null,
  voidedAt: null,
  voidNote: null,
  version: 1,
};

const days: DayTotal[] = [
  { day: "2026-05-01", kind: "call", count: 1203, micros: 36_090_000_000n },
  { day: "2026-05-09", kind: "adjustment", count: 1, micros: -5_000_000n },
  { day: "2026-05-09", kind: "reversal", count: 2, micros: -60_000_000n },
];

const read = async (changes: Partial<Document> = {}, drawn: readonly DayTotal[] = days): Promise<string[]> =>
  readPdf(await buffer(await drawPdf(toPaper({ ...document, ...changes }, drawn))));

test("the paper says who owes whom how much, to the micro, and what it is made of", async () => {
  expect(await read()).toEqual([
    "Invoice 12",
    "From",
    "Acme Calls",
    "To",
    "Łódź Dental Грин",
    "Period",
    "2026-05-01 through 2026-05-31 (America/New_York)",
    "Issued",
    "2026-06-02 10:00",
    "Opening balance",
    "7.000001 USD",
    "Calls",
    "1203",
    "36090.00 USD",
    "Adjustments",
    "1",
    "-5.00 USD",
    "Payments",
    "0",
    "0.00 USD",
    "Taken back",
    "2",
    "-60.00 USD",
    "Of earlier periods",
    "0",
    "0.00 USD",
    "Closing balance, owed by the buyer",
    "36032.000001 USD",
    "Day",
    "For",
    "Count",
    "Amount",
    "2026-05-01",
    "Calls",
    "1203",
    "36090.00 USD",
    "2026-05-09",
    "Adjustments",
    "1",
    "-5.00 USD",
    "2026-05-09",
    "Taken back",
    "2",
    "-60.00 USD",
    "Invoice 12, page 1 of 1",
  ]);
});

test("a void one says so and why", async () => {
  expect(await read({ status: "void", voidNote: "Wrong period" })).toContain("Void: Wrong period");
});

test("a year of days goes over as many pages as it needs, and no line is lost", async () => {
  const year = Array.from({ length: 366 }, (_, index): DayTotal => ({
    day: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    kind: "call",
    count: index,
    micros: BigInt(index),
  }));
  const text = await read({}, year);
  expect(text.filter((line) => line.startsWith("2024-"))).toEqual(year.map(({ day }) => day));
  const pages = text.filter((line) => line.includes(", page "));
  expect(pages.at(-1)).toBe(`Invoice 12, page ${pages.length} of ${pages.length}`);
  expect(pages.length).toBeGreaterThan(5);
});
