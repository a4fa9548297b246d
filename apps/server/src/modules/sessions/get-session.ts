import type { Session } from "@ccp/contract";
import type { Pools } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { AppError } from "#http/app-error.ts";
import type { Context } from "#http/context.ts";
import { findUser } from "#modules/accounts/find-user.ts";
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
  const account = await withAccount(pools.app, accountId, findAccount);
  const user =
    actor.kind === "user" ? await findUser({ pools, accountId, userId: Number(actor.id) }) : undefined;
  if (account === undefined) throw new AppError("unauthenticated", "This account is gone.");
  return {
    account,
    user: user === undefined ? null : { id: user.id, email: user.email, name: user.name },
    role,
    testCalls,
  };
};
