import type { ListValueListsQuery, ValueList } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectValueLists } from "./value-lists.store.ts";

export const listValueLists = ({ pools, ctx, input }: Verb<ListValueListsQuery>): Promise<Page<ValueList>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectValueLists(tx, input));
