import type { Publisher } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import type { Verb } from "#http/verb.ts";
import { findPublisher } from "./publishers.store.ts";

export const getPublisher = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Publisher> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const publisher = await findPublisher(tx, input.id);
    if (publisher === undefined) throw notFound("publisher");
    return publisher;
  });
