import type { CallSummary, ListCallsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectCalls } from "./calls.views.ts";

export const listCalls = ({ pools, ctx, input }: Verb<ListCallsQuery>): Promise<Page<CallSummary>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectCalls(tx, input));
