import type { ListPlanVersionsQuery, PlanVersion } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectPlanVersions } from "./plan-versions.store.ts";
import { getPlanRow } from "./plans.store.ts";

export const listPlanVersions = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string } & ListPlanVersionsQuery>): Promise<Page<PlanVersion>> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    await getPlanRow(tx, input.id);
    return selectPlanVersions(tx, input);
  });
