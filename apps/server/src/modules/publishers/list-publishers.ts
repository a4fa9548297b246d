import type { Publisher } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { NounQuery } from "#http/noun-list.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectPublishers } from "./publishers.store.ts";

export const listPublishers = ({ pools, ctx, input }: Verb<NounQuery>): Promise<Page<Publisher>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectPublishers(tx, input));
