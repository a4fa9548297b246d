import type { NumberResource } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { type NumbersQuery, selectNumbers } from "./numbers.store.ts";

export const listNumbers = ({ pools, ctx, input }: Verb<NumbersQuery>): Promise<Page<NumberResource>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectNumbers(tx, input));
