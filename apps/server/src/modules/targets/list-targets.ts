import type { ListTargetsQuery, Target } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Page, Verb } from "#http/verb.ts";
import { selectTargets } from "./targets.store.ts";

export const listTargets = ({ pools, ctx, input }: Verb<ListTargetsQuery>): Promise<Page<Target>> =>
  withAccount(pools.app, ctx.accountId, (tx) => selectTargets(tx, input));
