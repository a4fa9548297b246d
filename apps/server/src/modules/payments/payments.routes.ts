import type { Routes } from "#http/implementation.ts";
import { exportPayments } from "./export-payments.ts";
import { getPayment } from "./get-payment.ts";
import { listPayments } from "./list-payments.ts";
import { recordPayment } from "./record-payment.ts";
import { voidPayment } from "./void-payment.ts";

export const paymentRoutes: Routes<
  "listPayments" | "exportPayments" | "recordPayment" | "getPayment" | "voidPayment"
> = {
  listPayments: ({ deps: { pools }, ctx, input }) => listPayments({ pools, ctx, input: input.query }),
  exportPayments: ({ deps: { pools, clock }, ctx, input }) =>
    Promise.resolve(exportPayments({ pools, ctx, input: input.query, now: clock.now() })),
  recordPayment: async ({ deps: { pools, clock, followLedger }, ctx, input }) => {
    const payment = await recordPayment({ pools, ctx, input: input.body, now: clock.now() });
    await followLedger(ctx.accountId);
    return payment;
  },
  getPayment: ({ deps: { pools }, ctx, input }) => getPayment({ pools, ctx, input: input.params }),
  voidPayment: async ({ deps: { pools, clock, followLedger }, ctx, input }) => {
    const asked = { ...input.params, ...input.body };
    const payment = await voidPayment({ pools, ctx, input: asked, now: clock.now() });
    await followLedger(ctx.accountId);
    return payment;
  },
};
