import type { Pools } from "#db/client.ts";
import { withDirectory } from "#db/transaction.ts";
import { findLogin as findLoginRow } from "./accounts.store.ts";
import { normalizeEmail } from "./user.ts";

/** The account and user behind an e-mail address. */
export const findLogin = async ({
  pools,
  email,
}: {
  pools: Pools;
  email: string;
}): Promise<{ accountId: string; userId: number } | undefined> => {
  const login = await withDirectory(pools.app, (tx) => findLoginRow(tx, normalizeEmail(email)));
  return login && { accountId: login.accountId, userId: login.userId };
};
