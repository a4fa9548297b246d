import type { BlockedCaller } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getBlockedCallerRow } from "./blocked-callers.store.ts";

export const getBlockedCaller = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<BlockedCaller> =>
  withAccount(pools.app, ctx.accountId, (tx) => getBlockedCallerRow(tx, input.id));
