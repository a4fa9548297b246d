import { and, eq } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import type { AccountTransaction } from "#db/transaction.ts";

export const hasSimulatedCarrier = async (tx: AccountTransaction): Promise<boolean> => {
  const rows = await tx.db
    .select({ id: carrierAccounts.id })
    .from(carrierAccounts)
    .where(and(eq(carrierAccounts.accountId, tx.accountId), eq(carrierAccounts.carrier, "simulator")))
    .limit(1);
  return rows.length > 0;
};
