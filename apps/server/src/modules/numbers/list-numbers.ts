import type { ListNumbersQuery, NumberResource } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectNumbers } from "./numbers.store.ts";

export const listNumbers = ({ pools, ctx, input }: Verb<ListNumbersQuery>): Promise<Page<NumberResource>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectNumbers(tx, input));
