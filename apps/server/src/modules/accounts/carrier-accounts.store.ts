import type { CarrierAccount } from "@ccp/contract";
import { and, asc, eq, sql } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import { numbers } from "#db/schema/campaigns.ts";
import { carrierDirectory } from "#db/schema/directory.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

type LastWord = { action: string; at: string; isVerified: boolean | null };

/** The audit log's last word on the token: that it was verified, with what result, or that it was renewed since. */
// Written out, because the query builder leaves the tables' names away where it knows of one only.
const lastWord = sql<LastWord | null>`(
  select jsonb_build_object('action', a.action, 'at', a.at, 'isVerified', a.after -> 'isVerified')
  from audit_log a
  where a.account_id = carrier_accounts.account_id and a.noun = 'carrier-account'
    and a.noun_id = carrier_accounts.id::text and a.action in ('verify', 'renew-token')
  order by a.id desc limit 1)`;

const columns = {
  id: carrierAccounts.id,
  name: carrierAccounts.name,
  carrier: carrierAccounts.carrier,
  accountRef: carrierAccounts.accountRef,
  createdAt: carrierAccounts.createdAt,
  updatedAt: carrierAccounts.updatedAt,
};

type Row = Pick<typeof carrierAccounts.$inferSelect, keyof typeof columns>;

const toVerification = (word: LastWord | null): CarrierAccount["verification"] =>
  word === null || word.action !== "verify"
    ? null
    : { at: new Date(word.at).toISOString(), isVerified: word.isVerified === true };

export type NewCarrierAccount = {
  carrier: CarrierAccount["carrier"];
  name: string;
  accountRef: string;
  authTokenSealed: string;
};

const toCarrierAccount = ({ lastWord, ...row }: Row & { lastWord: LastWord | null }): CarrierAccount => ({
  ...row,
  verification: toVerification(lastWord),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectCarrierAccounts = async (
  tx: AccountTransaction,
  query: { cursor?: string | undefined; limit: number },
): Promise<Page<CarrierAccount>> => {
  const sort = "id";
  const id = { expression: carrierAccounts.id, type: "bigint" } as const;
  const keyset = toKeyset({ sort, cursor: query.cursor }, { id }, id);
  const rows = await tx.db
    .select({ ...columns, lastWord, sortKey: keyset.sortKey })
    .from(carrierAccounts)
    .where(and(eq(carrierAccounts.accountId, tx.accountId), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, toCarrierAccount);
};

/** Undefined when the carrier's account belongs to an account already, this one or another. */
export const claimCarrierAccount = async (
  tx: AccountTransaction,
  input: NewCarrierAccount,
): Promise<CarrierAccount | undefined> => {
  const [row] = await tx.db
    .insert(carrierAccounts)
    .values({ accountId: tx.accountId, ...input })
    .returning(columns);
  if (row === undefined) throw new Error("The insert gave no row.");
  const claimed = await tx.asDirectory(({ db }) =>
    db
      .insert(carrierDirectory)
      .values({
        carrier: row.carrier,
        accountRef: row.accountRef,
        accountId: tx.accountId,
        carrierAccountId: row.id,
      })
      .onConflictDoNothing()
      .returning({ id: carrierDirectory.carrierAccountId }),
  );
  return claimed.length === 0 ? undefined : toCarrierAccount({ ...row, lastWord: null });
};

/** Which account the carrier's account belongs to. */
export const findClaim = async (
  tx: Transaction,
  carrier: CarrierAccount["carrier"],
  accountRef: string,
): Promise<{ accountId: string; id: number } | undefined> => {
  const [row] = await tx.db
    .select({ accountId: carrierDirectory.accountId, id: carrierDirectory.carrierAccountId })
    .from(carrierDirectory)
    .where(and(eq(carrierDirectory.carrier, carrier), eq(carrierDirectory.accountRef, accountRef)));
  return row;
};

const isCarrierAccount = (tx: AccountTransaction, id: number) =>
  and(eq(carrierAccounts.accountId, tx.accountId), eq(carrierAccounts.id, id));

export const findSealedToken = async (tx: AccountTransaction, id: number): Promise<string | undefined> => {
  const [row] = await tx.db
    .select({ sealed: carrierAccounts.authTokenSealed })
    .from(carrierAccounts)
    .where(isCarrierAccount(tx, id));
  return row?.sealed;
};

/** Of the patch, what is undefined stays. */
export const writeCarrierAccount = async (
  tx: AccountTransaction,
  id: number,
  patch: { name?: string | undefined; authTokenSealed?: string | undefined },
): Promise<void> => {
  await tx.db
    .update(carrierAccounts)
    .set({ ...patch, updatedAt: sql`now()` })
    .where(isCarrierAccount(tx, id));
};

export const findCarrierAccountRow = async (
  tx: AccountTransaction,
  id: number,
): Promise<CarrierAccount | undefined> => {
  const [row] = await tx.db
    .select({ ...columns, lastWord })
    .from(carrierAccounts)
    .where(isCarrierAccount(tx, id));
  return row && toCarrierAccount(row);
};

export const selectNumbersOf = (
  tx: AccountTransaction,
  id: number,
): Promise<{ id: number; number: string }[]> =>
  tx.db
    .select({ id: numbers.id, number: numbers.number })
    .from(numbers)
    .where(and(eq(numbers.accountId, tx.accountId), eq(numbers.carrierAccountId, id)))
    .orderBy(asc(numbers.number));

/** Another account may connect the carrier's account afterwards. */
export const deleteCarrierAccount = async (
  tx: AccountTransaction,
  { id, carrier, accountRef }: Pick<CarrierAccount, "id" | "carrier" | "accountRef">,
): Promise<void> => {
  await tx.db.delete(carrierAccounts).where(isCarrierAccount(tx, id));
  await tx.asDirectory(({ db }) =>
    db
      .delete(carrierDirectory)
      .where(
        and(
          eq(carrierDirectory.carrier, carrier),
          eq(carrierDirectory.accountRef, accountRef),
          eq(carrierDirectory.accountId, tx.accountId),
        ),
      ),
  );
};
