import type { CallSummary, ListCallsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { AtNow, Page } from "#http/verb.ts";
import { toCallFilter } from "./call-filter.ts";
import { selectCallRows } from "./calls.views.ts";
import { checkBounds, explainOverdue } from "./check-bounds.ts";
import { readFolded } from "./read-folded.ts";

export const listCalls = async ({
  pools,
  ctx,
  input,
  now,
}: AtNow<ListCallsQuery>): Promise<Page<CallSummary>> => {
  checkBounds(input, now);
  return withAccount(pools.app, ctx.accountId, async (tx) => {
    const filter = toCallFilter(tx.accountId, input, now);
    const { items, nextCursor } = await selectCallRows(tx, input, filter).catch(explainOverdue);
    const folded = await readFolded(tx, items);
    return { items: folded.map(({ call }) => call), nextCursor };
  });
};
