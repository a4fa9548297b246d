import type { Pools } from "#db/client.ts";
import { withDirectory } from "#db/transaction.ts";
import { findLogin } from "./accounts.store.ts";
import { findUser } from "./find-user.ts";
import { isPassword } from "./password.ts";
import { normalizeEmail, type SignedIn } from "./user.ts";

/** Null for a wrong password and for somebody unknown alike, after the same work. */
export const signIn = async ({
  pools,
  email,
  password,
}: {
  pools: Pools;
  email: string;
  password: string;
}): Promise<SignedIn | null> => {
  const login = await withDirectory(pools.app, (tx) => findLogin(tx, normalizeEmail(email)));
  const isRight = await isPassword(password, login?.passwordHash);
  if (!isRight || login === undefined) return null;
  const { accountId, userId } = login;
  const user = await findUser({ pools, accountId, userId });
  return user === undefined ? null : { accountId, userId, role: user.role };
};
