import type { Publisher, ListPublishersQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectPublishers } from "./publishers.store.ts";

export const listPublishers = ({ pools, ctx, input }: Verb<ListPublishersQuery>): Promise<Page<Publisher>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectPublishers(tx, input));
