import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import type { Context } from "#http/context.ts";
import { selectTestNumbers } from "./test-calls.store.ts";

export const listTestNumbers = async ({ pools, ctx }: { pools: Pools; ctx: Context }) => ({
  items: await withAccount(pools.app, ctx.accountId, selectTestNumbers),
});
