import { and, eq, isNull, sql } from "drizzle-orm";
import type { Pools } from "#db/client.ts";
import { users } from "#db/schema/accounts.ts";
import { withAccount } from "#db/transaction.ts";
import type { User } from "#modules/accounts/find-user.ts";

type Seen = { pools: Pools; accountId: string; userId: number };

/** Finer would cost a write at every request. */
const isLongUnseen = sql<boolean>`coalesce(${users.lastSeenAt} < now() - interval '5 minutes', true)`;

/** The user who asks, as of now, with a note of when they were last seen. Undefined when they are gone. */
export const seeUser = ({
  pools,
  accountId,
  userId,
}: Seen): Promise<Omit<User, "email" | "name"> | undefined> =>
  withAccount(pools.app, accountId, async ({ db }) => {
    const isThem = and(eq(users.accountId, accountId), eq(users.id, userId), isNull(users.removedAt));
    const [user] = await db
      .select({ id: users.id, role: users.role, isLongUnseen })
      .from(users)
      .where(isThem);
    if (user?.isLongUnseen === true) {
      await db
        .update(users)
        .set({ lastSeenAt: sql`now()` })
        .where(isThem);
    }
    return user && { id: user.id, role: user.role };
  });
