import { accounts } from "#db/schema/accounts.ts";
import type { Transaction } from "#db/transaction.ts";

/** The account of an installation that has one; undefined where there is none, or several. For the directory's role. */
export const findOnlyAccount = async (tx: Transaction): Promise<string | undefined> => {
  const [first, ...others] = await tx.db.select({ accountId: accounts.accountId }).from(accounts).limit(2);
  return others.length === 0 ? first?.accountId : undefined;
};
