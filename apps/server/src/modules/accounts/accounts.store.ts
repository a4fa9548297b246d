import { eq } from "drizzle-orm";
import type { Role } from "@ccp/contract";
import { accounts, users } from "#db/schema/accounts.ts";
import { loginDirectory } from "#db/schema/directory.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";

export type AccountFields = { name: string; currency: string; timeZone: string; isDemo: boolean };

export type NewUser = { email: string; name: string; role: Role; passwordHash: string };

export const insertAccount = async (tx: AccountTransaction, fields: AccountFields): Promise<void> => {
  await tx.db.insert(accounts).values({ accountId: tx.accountId, ...fields });
};

/** Undefined when somebody signs in with the e-mail address already. */
export const insertUser = async (tx: AccountTransaction, user: NewUser): Promise<number | undefined> => {
  const { passwordHash, ...fields } = user;
  const [row] = await tx.db
    .insert(users)
    .values({ accountId: tx.accountId, ...fields })
    .returning({ id: users.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  const claimed = await tx.asDirectory(({ db }) =>
    db
      .insert(loginDirectory)
      .values({ email: user.email, accountId: tx.accountId, userId: row.id, passwordHash })
      .onConflictDoNothing()
      .returning({ userId: loginDirectory.userId }),
  );
  return claimed.length === 0 ? undefined : row.id;
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
