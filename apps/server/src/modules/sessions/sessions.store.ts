import type { Session } from "@ccp/contract";
import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/accounts.ts";
import type { AccountTransaction } from "#db/transaction.ts";

export const findAccount = async (tx: AccountTransaction): Promise<Session["account"] | undefined> => {
  const [row] = await tx.db
    .select({
      id: accounts.accountId,
      name: accounts.name,
      currency: accounts.currency,
      timeZone: accounts.timeZone,
      isDemo: accounts.isDemo,
      demoTraffic: accounts.demoTraffic,
    })
    .from(accounts)
    .where(eq(accounts.accountId, tx.accountId));
  return row;
};
