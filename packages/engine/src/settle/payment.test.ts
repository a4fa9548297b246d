import { expect, test } from "vitest";
import { toPaymentReversal, toPaymentTransfer } from "./payment.ts";

const ofBuyer = { id: 3, party: { kind: "buyer", id: 7 }, amountMicros: 5n, currency: "USD" } as const;
const ofPublisher = { ...ofBuyer, party: { kind: "publisher", id: "p" } } as const;

test("a buyer's payment takes away from what the buyer owes, a publisher's from what the publisher is owed", () => {
  expect(toPaymentTransfer(ofBuyer)).toMatchObject({ debit: "cash", credit: "buyer:7:receivable" });
  expect(toPaymentTransfer(ofPublisher)).toMatchObject({ debit: "publisher:p:payable", credit: "cash" });
});

test("a payment that is taken back goes the other way, by a key of its own that names it", () => {
  expect(toPaymentReversal(ofBuyer)).toEqual({
    key: "payment:3:reversal",
    kind: "payment",
    callId: null,
    debit: "buyer:7:receivable",
    credit: "cash",
    amountMicros: 5n,
    currency: "USD",
    reversesKey: "payment:3",
  });
});
