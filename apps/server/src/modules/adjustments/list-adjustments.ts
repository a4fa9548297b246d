import type { Adjustment, ListAdjustmentsQuery } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectAdjustments } from "./adjustments.store.ts";

export const listAdjustments = ({
  pools,
  ctx,
  input,
}: Verb<ListAdjustmentsQuery>): Promise<Page<Adjustment>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectAdjustments(tx, input));
