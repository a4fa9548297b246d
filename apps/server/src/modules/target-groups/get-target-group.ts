import type { TargetGroup } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getTargetGroupRow } from "./target-groups.store.ts";

export const getTargetGroup = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<TargetGroup> =>
  withAccount(pools.app, ctx.accountId, (tx) => getTargetGroupRow(tx, input.id));
