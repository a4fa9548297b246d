import { createHash, randomBytes } from "node:crypto";
import type { SignInLink } from "@ccp/contract";
import { and, eq, gt, lte, sql } from "drizzle-orm";
import type { Pools } from "#db/client.ts";
import { loginLinks } from "#db/schema/directory.ts";
import { type Transaction, withDirectory } from "#db/transaction.ts";
import { findUser } from "./find-user.ts";
import type { SignedIn } from "./user.ts";

const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

type LinkFor = { accountId: string; userId: number; validMinutes: number };

/** A token that signs the user in once. The database keeps its hash only. For the directory's role. */
export const insertSignInLink = async (
  { db }: Transaction,
  { accountId, userId, validMinutes }: LinkFor,
): Promise<{ token: string; expiresAt: Date }> => {
  const token = randomBytes(32).toString("base64url");
  await db.delete(loginLinks).where(lte(loginLinks.expiresAt, sql`now()`));
  const [link] = await db
    .insert(loginLinks)
    .values({
      tokenHash: hashToken(token),
      accountId,
      userId,
      expiresAt: sql`now() + make_interval(mins => ${validMinutes})`,
    })
    .returning({ expiresAt: loginLinks.expiresAt });
  if (link === undefined) throw new Error("The insert gave no row.");
  return { token, expiresAt: link.expiresAt };
};

/** The address that a link's token is handed over in. */
export const toSignInLink = (
  publicUrl: string,
  { token, expiresAt }: { token: string; expiresAt: Date },
): SignInLink => ({ url: `${publicUrl}/sign-in/link?token=${token}`, expiresAt: expiresAt.toISOString() });

/** The token of a link that signs the user in once within 15 minutes. */
export const createSignInLink = async ({
  pools,
  accountId,
  userId,
}: {
  pools: Pools;
  accountId: string;
  userId: number;
}): Promise<string> => {
  const link = { accountId, userId, validMinutes: 15 };
  const { token } = await withDirectory(pools.app, (tx) => insertSignInLink(tx, link));
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
