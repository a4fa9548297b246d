import { expect, test } from "vitest";
import { createPaymentForm, newPayment } from "./payment-form.ts";

test("what is typed becomes a payment of the party, under the form's key; an empty day is left to the server", () => {
  const form = createPaymentForm({ kind: "buyer", id: 7, name: "Acme" }, "key-1");
  expect(form.parse({ ...newPayment, amountMicros: "1,250.5", reference: " Wire 17 " })).toEqual({
    buyerId: 7,
    amountMicros: "1250500000",
    reference: "Wire 17",
    note: "",
    idempotencyKey: "key-1",
  });
});

test("a payment of nothing is none", () => {
  const form = createPaymentForm({ kind: "publisher", id: "p", name: "Radio" }, "key-1");
  expect(form.safeParse({ ...newPayment, amountMicros: "0" }).success).toBe(false);
});
