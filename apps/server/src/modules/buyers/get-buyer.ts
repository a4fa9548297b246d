import type { Buyer } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { findBuyer } from "./buyers.store.ts";

export const getBuyer = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Buyer> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const buyer = await findBuyer(tx, input.id);
    if (buyer === undefined) throw notFound("buyer");
    return buyer;
  });
