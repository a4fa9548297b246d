import type { Buyer, ListBuyersQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectBuyers } from "./buyers.store.ts";

export const listBuyers = ({ pools, ctx, input }: Verb<ListBuyersQuery>): Promise<Page<Buyer>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectBuyers(tx, input));
