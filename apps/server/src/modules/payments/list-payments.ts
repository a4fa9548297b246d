import type { ListPaymentsQuery, Payment } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectPayments } from "./payments.store.ts";

export const listPayments = ({ pools, ctx, input }: Verb<ListPaymentsQuery>): Promise<Page<Payment>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectPayments(tx, input));
