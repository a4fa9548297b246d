import type { PlanRows } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectPlanRows } from "./plan-rows.store.ts";
import { getPlanRow, selectStrategies } from "./plans.store.ts";

export const getPlanRows = ({ pools, ctx, input: { id } }: Verb<{ id: string }>): Promise<PlanRows> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const { version } = await getPlanRow(tx, id);
    return { items: await selectPlanRows(tx, id), strategies: await selectStrategies(tx, id), version };
  });
