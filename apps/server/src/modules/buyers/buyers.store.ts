import type { Buyer, CreateBuyer, UpdateBuyer } from "@ccp/contract";
import { and, eq, ne, sql } from "drizzle-orm";
import { buyers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toPage } from "#http/keyset.ts";
import { type NounQuery, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: buyers.id,
  name: buyers.name,
  status: buyers.status,
  createdAt: buyers.createdAt,
  updatedAt: buyers.updatedAt,
};

type Row = Pick<typeof buyers.$inferSelect, keyof typeof columns>;

const toBuyer = (row: Row): Buyer => ({
  id: row.id,
  name: row.name,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const isBuyer = (tx: AccountTransaction, id: number) =>
  and(eq(buyers.accountId, tx.accountId), eq(buyers.id, id));

export const selectBuyers = async (tx: AccountTransaction, query: NounQuery): Promise<Page<Buyer>> => {
  const id = { expression: buyers.id, type: "bigint" } as const;
  const { keyset, where } = toNounList(tx.accountId, buyers, id, query);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(buyers)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toBuyer);
};

export const findBuyer = async (tx: AccountTransaction, id: number): Promise<Buyer | undefined> => {
  const [row] = await tx.db.select(columns).from(buyers).where(isBuyer(tx, id));
  return row && toBuyer(row);
};

export const insertBuyer = async (tx: AccountTransaction, input: CreateBuyer): Promise<Buyer> => {
  const [row] = await tx.db
    .insert(buyers)
    .values({ accountId: tx.accountId, name: input.name, status: input.status })
    .returning(columns);
  if (row === undefined) throw new Error("The insert gave no row.");
  return toBuyer(row);
};

export const writeBuyer = async (
  tx: AccountTransaction,
  id: number,
  patch: UpdateBuyer | { status: "archived" },
): Promise<Buyer | undefined> => {
  const [row] = await tx.db
    .update(buyers)
    .set({ ...patch, updatedAt: sql`now()` })
    .where(isBuyer(tx, id))
    .returning(columns);
  return row && toBuyer(row);
};

/** Names of the targets that are still in service for a buyer. */
export const selectTargetNames = async (tx: AccountTransaction, buyerId: number): Promise<string[]> => {
  const rows = await tx.db
    .select({ name: targets.name })
    .from(targets)
    .where(
      and(eq(targets.accountId, tx.accountId), eq(targets.buyerId, buyerId), ne(targets.status, "archived")),
    )
    .orderBy(targets.name)
    .limit(20);
  return rows.map(({ name }) => name);
};
