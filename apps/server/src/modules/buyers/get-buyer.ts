import type { Buyer } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getBuyerRow } from "./buyers.store.ts";

export const getBuyer = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Buyer> =>
  withAccount(pools.app, ctx.accountId, (tx) => getBuyerRow(tx, input.id));
