import type { TargetGroupMembers } from "@ccp/contract";
import { withAccount } from "#db/transaction.ts";
import type { Verb } from "#http/verb.ts";
import { selectMembers } from "./members.store.ts";
import { getTargetGroupRow } from "./target-groups.store.ts";

export const getTargetGroupMembers = ({
  pools,
  ctx,
  input,
}: Verb<{ id: string }>): Promise<TargetGroupMembers> =>
  withAccount(pools.app, ctx.accountId, async (tx) => {
    const { version } = await getTargetGroupRow(tx, input.id);
    return { items: await selectMembers(tx, input.id), version };
  });
