import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Pools } from "#db/client.ts";
import { loginLinks } from "#db/schema/directory.ts";
import { withDirectory } from "#db/transaction.ts";
import { findUser } from "./find-user.ts";
import type { SignedIn } from "./user.ts";

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The token of a link that signs the user in once within 15 minutes. The database keeps its hash only. */
export const createSignInLink = async ({
  pools,
  accountId,
  userId,
}: {
  pools: Pools;
  accountId: string;
  userId: number;
}): Promise<string> => {
  const token = randomBytes(32).toString("base64url");
  await withDirectory(pools.app, async ({ db }) => {
    await db.delete(loginLinks).where(lte(loginLinks.expiresAt, sql`now()`));
    await db.insert(loginLinks).values({
      tokenHash: hashToken(token),
      accountId,
      userId,
      expiresAt: sql`now() + interval '15 minutes'`,
    });
  });
  return token;
};

/** Uses the link up; null when it is unknown, used or too old. Of several at once, one gets in. */
export const redeemSignInLink = async ({
  pools,
  token,
}: {
  pools: Pools;
  token: string;
}): Promise<SignedIn | null> => {
  const [link] = await withDirectory(pools.app, ({ db }) =>
    db
      .delete(loginLinks)
      .where(and(eq(loginLinks.tokenHash, hashToken(token)), gt(loginLinks.expiresAt, sql`now()`)))
      .returning({ accountId: loginLinks.accountId, userId: loginLinks.userId }),
  );
  if (link === undefined) return null;
  const user = await findUser({ pools, ...link });
  return user === undefined ? null : { ...link, role: user.role };
};
