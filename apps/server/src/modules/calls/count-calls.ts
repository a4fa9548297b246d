import type { CallCount, CountCallsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { AtNow } from "#http/verb.ts";
import { toCallFilter } from "./call-filter.ts";
import { countRows } from "./calls.views.ts";
import { checkBounds, explainOverdue } from "./check-bounds.ts";

const countMax = 10_000;

export const countCalls = async ({ pools, ctx, input, now }: AtNow<CountCallsQuery>): Promise<CallCount> => {
  checkBounds(input, now);
  const found = await withAccount(pools.app, ctx.accountId, (tx) =>
    countRows(tx, toCallFilter(tx.accountId, input, now), countMax + 1),
  ).catch(explainOverdue);
  return { count: Math.min(found, countMax), isMore: found > countMax };
};
