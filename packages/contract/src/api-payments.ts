import { paymentColumns } from "./columns/payment-columns.ts";
import type { Endpoint } from "./endpoint.ts";
import { exportQuery } from "./export.ts";
import { serialParams } from "./fields.ts";
import { listPaymentsQuery, payment, paymentPage, recordPaymentBody, voidPaymentBody } from "./payment.ts";

export const paymentEndpoints = {
  listPayments: {
    noun: "payment",
    method: "GET",
    path: "/api/v1/payments",
    summary: "List payments of buyers and to publishers",
    permission: "read",
    query: listPaymentsQuery,
    answer: { kind: "json", status: 200, schema: paymentPage },
  },
  exportPayments: {
    noun: "payment",
    method: "GET",
    path: "/api/v1/payments.csv",
    summary: "The list of payments as a file",
    permission: "read",
    query: exportQuery(listPaymentsQuery, paymentColumns),
    answer: { kind: "csv", name: "payments" },
  },
  recordPayment: {
    noun: "payment",
    method: "POST",
    path: "/api/v1/payments",
    summary: "Record a payment of a buyer or to a publisher, once under its key; it counts at once",
    permission: "settle",
    body: recordPaymentBody,
    answer: { kind: "json", status: 201, schema: payment },
  },
  getPayment: {
    noun: "payment",
    method: "GET",
    path: "/api/v1/payments/:id",
    summary: "Get a payment",
    permission: "read",
    params: serialParams,
    answer: { kind: "json", status: 200, schema: payment },
  },
  voidPayment: {
    noun: "payment",
    method: "POST",
    path: "/api/v1/payments/:id/void",
    summary: "Take a payment back by a reversal; the original stays",
    permission: "settle",
    params: serialParams,
    body: voidPaymentBody,
    answer: { kind: "json", status: 200, schema: payment },
  },
} as const satisfies Record<string, Endpoint>;
