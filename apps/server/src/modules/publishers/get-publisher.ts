import type { Publisher } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getPublisherRow } from "./publishers.store.ts";

export const getPublisher = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Publisher> =>
  withAccount(pools.app, ctx.accountId, (tx) => getPublisherRow(tx, input.id));
