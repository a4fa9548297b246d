import type { Buyer } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { NounQuery } from "#http/noun-list.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectBuyers } from "./buyers.store.ts";

export const listBuyers = ({ pools, ctx, input }: Verb<NounQuery>): Promise<Page<Buyer>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectBuyers(tx, input));
