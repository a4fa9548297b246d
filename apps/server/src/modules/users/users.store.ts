import type { Role, UpdateUser, User } from "@ccp/contract";
import { and, count, eq, isNull, ne, sql } from "drizzle-orm";
import { users } from "#db/schema/accounts.ts";
import { loginDirectory, loginLinks, sessions } from "#db/schema/directory.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";
import { noPasswordHash } from "#modules/accounts/password.ts";

const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  role: users.role,
  lastSeenAt: users.lastSeenAt,
  version: users.version,
  createdAt: users.createdAt,
  updatedAt: users.updatedAt,
};

type Row = Pick<typeof users.$inferSelect, keyof typeof columns>;

const toUser = (row: Row, withPassword: ReadonlySet<number>): User => ({
  ...row,
  hasPassword: withPassword.has(row.id),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The users of the account who can sign in with a password. */
const selectWithPassword = (tx: AccountTransaction): Promise<ReadonlySet<number>> =>
  tx.asDirectory(async ({ db }) => {
    const rows = await db
      .select({ userId: loginDirectory.userId })
      .from(loginDirectory)
      .where(
        and(eq(loginDirectory.accountId, tx.accountId), ne(loginDirectory.passwordHash, noPasswordHash)),
      );
    return new Set(rows.map(({ userId }) => userId));
  });

const isPresent = (tx: AccountTransaction) => and(eq(users.accountId, tx.accountId), isNull(users.removedAt));

const isUser = (tx: AccountTransaction, id: number) => and(isPresent(tx), eq(users.id, id));

export const selectUsers = async (
  tx: AccountTransaction,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<User>> => {
  const sort = "id";
  const id = { expression: users.id, type: "bigint" } as const;
  const keyset = toKeyset({ sort, cursor: query.cursor }, { id }, id);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(users)
    .where(and(isPresent(tx), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  const withPassword = await selectWithPassword(tx);
  return toPage(rows, { limit: query.limit, sort }, (row) => toUser(row, withPassword));
};

export const findUserRow = async (tx: AccountTransaction, id: number): Promise<User | undefined> => {
  const [row] = await tx.db.select(columns).from(users).where(isUser(tx, id));
  return row && toUser(row, await selectWithPassword(tx));
};

export const writeUser = async (
  tx: AccountTransaction,
  id: number,
  patch: Omit<UpdateUser, "version">,
): Promise<void> => {
  await tx.db
    .update(users)
    .set({ ...patch, version: sql`${users.version} + 1`, updatedAt: sql`now()` })
    .where(isUser(tx, id));
};

export const countOwners = async (tx: AccountTransaction): Promise<number> => {
  const [row] = await tx.db
    .select({ owners: count() })
    .from(users)
    .where(and(isPresent(tx), eq(users.role, "owner")));
  return row?.owners ?? 0;
};

/** The row stays, so that the audit log can name them. */
export const markRemoved = async (tx: AccountTransaction, id: number): Promise<void> => {
  await tx.db
    .update(users)
    .set({ removedAt: sql`now()`, version: sql`${users.version} + 1`, updatedAt: sql`now()` })
    .where(isUser(tx, id));
};

type Owned = { accountId: string; userId: number };

export const findPasswordHash = async (
  { db }: Transaction,
  { accountId, userId }: Owned,
): Promise<string | undefined> => {
  const [row] = await db
    .select({ passwordHash: loginDirectory.passwordHash })
    .from(loginDirectory)
    .where(and(eq(loginDirectory.accountId, accountId), eq(loginDirectory.userId, userId)));
  return row?.passwordHash;
};

export const writePasswordHash = async (
  { db }: Transaction,
  { accountId, userId }: Owned,
  passwordHash: string,
): Promise<void> => {
  await db
    .update(loginDirectory)
    .set({ passwordHash })
    .where(and(eq(loginDirectory.accountId, accountId), eq(loginDirectory.userId, userId)));
};

/** Ends a user's sessions and the links that would begin one; for the directory's role. */
export const endAccess = async ({ db }: Transaction, { accountId, userId }: Owned): Promise<void> => {
  const signedIn = sql`${sessions.sess} -> 'signedIn'`;
  await db
    .delete(sessions)
    .where(sql`${signedIn} ->> 'accountId' = ${accountId} and ${signedIn} ->> 'userId' = ${String(userId)}`);
  await db.delete(loginLinks).where(and(eq(loginLinks.accountId, accountId), eq(loginLinks.userId, userId)));
};

/** Frees the e-mail address for somebody else. */
export const deleteLogin = async ({ db }: Transaction, { accountId, userId }: Owned): Promise<void> => {
  await db
    .delete(loginDirectory)
    .where(and(eq(loginDirectory.accountId, accountId), eq(loginDirectory.userId, userId)));
};

export type NewUser = { email: string; name: string; role: Role; passwordHash: string };

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
