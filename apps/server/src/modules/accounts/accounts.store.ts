import { eq, sql } from "drizzle-orm";
import type { Account, UpdateAccount } from "@ccp/contract";
import { accounts } from "#db/schema/accounts.ts";
import { calls } from "#db/schema/calls.ts";
import { payments } from "#db/schema/money.ts";
import { loginDirectory } from "#db/schema/directory.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";

export type AccountFields = { name: string; currency: string; timeZone: string; isDemo: boolean };

export const insertAccount = async (tx: AccountTransaction, fields: AccountFields): Promise<void> => {
  await tx.db.insert(accounts).values({ accountId: tx.accountId, ...fields });
};

export const findAccountRow = async (tx: AccountTransaction): Promise<Account | undefined> => {
  const [row] = await tx.db
    .select({
      id: accounts.accountId,
      name: accounts.name,
      timeZone: accounts.timeZone,
      currency: accounts.currency,
      isCurrencyFixed: sql<boolean>`exists (select from ${calls} where ${eq(calls.accountId, tx.accountId)})
        or exists (select from ${payments} where ${eq(payments.accountId, tx.accountId)})`,
      isDemo: accounts.isDemo,
      demoTraffic: accounts.demoTraffic,
      isChecklistHidden: accounts.isChecklistHidden,
      attestations: accounts.attestations,
      dialCountries: accounts.dialCountries,
      highRiskPrefixes: accounts.highRiskPrefixes,
      version: accounts.version,
      createdAt: accounts.createdAt,
      updatedAt: accounts.updatedAt,
    })
    .from(accounts)
    .where(eq(accounts.accountId, tx.accountId));
  return row && { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
};

export const writeAccount = async (
  tx: AccountTransaction,
  patch: Omit<UpdateAccount, "version">,
): Promise<void> => {
  await tx.db
    .update(accounts)
    .set({ ...patch, version: sql`${accounts.version} + 1`, updatedAt: sql`now()` })
    .where(eq(accounts.accountId, tx.accountId));
};

export const findLogin = async (
  tx: Transaction,
  email: string,
): Promise<{ accountId: string; userId: number; passwordHash: string } | undefined> => {
  const [row] = await tx.db
    .select({
      accountId: loginDirectory.accountId,
      userId: loginDirectory.userId,
      passwordHash: loginDirectory.passwordHash,
    })
    .from(loginDirectory)
    .where(eq(loginDirectory.email, email));
  return row;
};
