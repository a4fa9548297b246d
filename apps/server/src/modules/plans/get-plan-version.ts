import type { PlanVersionDetail } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getPlanVersionRow } from "./plan-versions.store.ts";

export const getPlanVersion = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string; number: number }>): Promise<PlanVersionDetail> =>
  withAccount(pools.app, ctx.accountId, (tx) => getPlanVersionRow(tx, input));
