import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** In what a file of the account is written. */
export const getAccountUnits = async (
  tx: AccountTransaction,
): Promise<{ timeZone: string; currency: string }> => {
  const [account] = await tx.db
    .select({ timeZone: accounts.timeZone, currency: accounts.currency })
    .from(accounts)
    .where(eq(accounts.accountId, tx.accountId));
  if (account === undefined) throw new Error("The account of a request is gone.");
  return account;
};
