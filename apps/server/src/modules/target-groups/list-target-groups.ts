import type { ListTargetGroupsQuery, TargetGroup } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectTargetGroups } from "./target-groups.store.ts";

export const listTargetGroups = ({
  pools,
  ctx,
  input,
}: Verb<ListTargetGroupsQuery>): Promise<Page<TargetGroup>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectTargetGroups(tx, input));
