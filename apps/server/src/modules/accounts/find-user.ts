import type { Role } from "@ccp/contract";
import { and, eq, isNull } from "drizzle-orm";
import type { Pools } from "#db/client.ts";
import { users } from "#db/schema/accounts.ts";
import { withAccount } from "#db/transaction.ts";

export type User = { id: number; email: string; name: string; role: Role };

/** A user of the account as of now: whoever is gone or has another role is so at their next request. */
export const findUser = ({
  pools,
  accountId,
  userId,
}: {
  pools: Pools;
  accountId: string;
  userId: number;
}): Promise<User | undefined> =>
  withAccount(pools.app, accountId, async ({ db }) => {
    const [row] = await db
      .select({ id: users.id, email: users.email, name: users.name, role: users.role })
      .from(users)
      .where(and(eq(users.accountId, accountId), eq(users.id, userId), isNull(users.removedAt)));
    return row;
  });
