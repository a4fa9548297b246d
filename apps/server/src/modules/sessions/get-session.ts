import type { Session } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { findSessionUser } from "#modules/users/find-session-user.ts";
import { findAccount } from "./sessions.store.ts";

/** Who asks, in which account, and what is possible there. */
export const getSession = async ({
  pools,
  ctx,
  testCalls,
}: {
  pools: Pools;
  ctx: Pick<Context, "accountId" | "actor" | "role">;
  testCalls: boolean;
}): Promise<Session> => {
  const { accountId, actor, role } = ctx;
  const { account, user } = await withAccount(pools.app, accountId, async (tx) => ({
    account: await findAccount(tx),
    user: actor.kind === "user" ? await findSessionUser(tx, Number(actor.id)) : undefined,
  }));
  if (account === undefined) throw new AppError("unauthenticated", "This account is gone.");
  return {
    account,
    user: user ?? null,
    role,
    testCalls,
  };
};
