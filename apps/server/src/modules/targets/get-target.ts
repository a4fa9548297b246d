import type { Target } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { getTargetRow } from "./targets.store.ts";

export const getTarget = ({ pools, ctx, input }: Verb<{ id: string }>): Promise<Target> =>
  withAccount(pools.app, ctx.accountId, (tx) => getTargetRow(tx, input.id));
