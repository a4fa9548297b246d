import type { CarrierAccount } from "@ccp/contract";
import { and, eq, sql } from "drizzle-orm";
import { carrierAccounts } from "#db/schema/accounts.ts";
import { carrierDirectory } from "#db/schema/directory.ts";
import type { AccountTransaction, Transaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: carrierAccounts.id,
  name: carrierAccounts.name,
  carrier: carrierAccounts.carrier,
  accountRef: carrierAccounts.accountRef,
  createdAt: carrierAccounts.createdAt,
  updatedAt: carrierAccounts.updatedAt,
};

type Row = Pick<typeof carrierAccounts.$inferSelect, keyof typeof columns>;

export type NewCarrierAccount = {
  carrier: CarrierAccount["carrier"];
  name: string;
  accountRef: string;
  authTokenSealed: string;
};

const toCarrierAccount = (row: Row): CarrierAccount => ({
  ...row,
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
    .select({ ...columns, sortKey: keyset.sortKey })
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
  return claimed.length === 0 ? undefined : toCarrierAccount(row);
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

export const writeSealedToken = async (tx: AccountTransaction, id: number, sealed: string): Promise<void> => {
  await tx.db
    .update(carrierAccounts)
    .set({ authTokenSealed: sealed, updatedAt: sql`now()` })
    .where(isCarrierAccount(tx, id));
};
