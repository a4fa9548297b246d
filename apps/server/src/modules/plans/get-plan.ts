import type { Plan } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getPlanRow } from "./plans.store.ts";

export const getPlan = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Plan> =>
  withAccount(pools.app, ctx.accountId, (tx) => getPlanRow(tx, input.id));
