import { accounts } from "#db/schema/accounts.ts";
import type { Transaction } from "#db/transaction.ts";

/** Whether anybody has an account in this installation; for the directory's role. */
export const hasAccounts = async (tx: Transaction): Promise<boolean> => {
  const rows = await tx.db.select({ accountId: accounts.accountId }).from(accounts).limit(1);
  return rows.length > 0;
};
