import { isAllowed, type Permission } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { type Change, recordChange } from "./record-change.ts";

/** What work gives back, with what it changed: one audit row a change. */
export type Changed<Result> = { result: Result; change: Change | Change[] };

/**
 * The one way to write configuration: permission, account, audit row and change are one transaction.
 * Writers of one account take turns, so a check of names or references still holds when the change commits.
 */
export const changeAccount = async <Result>(
  { pools, ctx, permission = "write" }: { pools: Pools; ctx: Context; permission?: Permission },
  work: (tx: AccountTransaction) => Promise<Changed<Result>>,
): Promise<Result> => {
  if (!isAllowed(ctx.role, permission)) {
    throw new AppError("forbidden", `The role ${ctx.role} may not do this.`);
  }
  return withAccount(pools.app, ctx.accountId, async (tx) => {
    await tx.query("select from accounts where account_id = $1 for update", [ctx.accountId]);
    const { result, change } = await work(tx);
    await recordChange(tx, ctx, ...[change].flat());
    return result;
  });
};
