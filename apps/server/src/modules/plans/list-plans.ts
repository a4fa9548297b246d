import type { ListPlansQuery, Plan } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectPlans } from "./plans.store.ts";

export const listPlans = ({ pools, ctx, input }: Verb<ListPlansQuery>): Promise<Page<Plan>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectPlans(tx, input));
