import type { Adjustment } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getAdjustmentRow } from "./adjustments.store.ts";

export const getAdjustment = ({ pools, ctx, input }: Verb<{ id: number }>): Promise<Adjustment> =>
  withAccount(pools.app, ctx.accountId, (tx) => getAdjustmentRow(tx, input.id));
