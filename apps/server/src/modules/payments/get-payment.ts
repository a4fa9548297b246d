import type { Payment } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getPaymentRow } from "./payments.store.ts";

export const getPayment = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Payment> =>
  withAccount(pools.app, ctx.accountId, (tx) => getPaymentRow(tx, input.id));
