import type { BlockedCaller, ListBlockedCallersQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectBlockedCallers } from "./blocked-callers.store.ts";

export const listBlockedCallers = ({
  pools,
  ctx,
  input,
}: Verb<ListBlockedCallersQuery>): Promise<Page<BlockedCaller>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectBlockedCallers(tx, input));
