import type { Buyer, CreateBuyer, ListBuyersQuery, UpdateBuyer } from "@ccp/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import { buyers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";

const columns = {
  id: buyers.id,
  name: buyers.name,
  status: buyers.status,
  targetCount: sql<number>`(select count(*)::int from targets used
    where used.account_id = buyers.account_id and used.buyer_id = buyers.id and used.status <> 'archived')`,
  version: buyers.version,
  createdAt: buyers.createdAt,
  updatedAt: buyers.updatedAt,
};

type Row = Pick<typeof buyers.$inferSelect, Exclude<keyof typeof columns, "targetCount">> &
  Pick<Buyer, "targetCount">;

const toBuyer = (row: Row): Buyer => ({
  id: row.id,
  name: row.name,
  status: row.status,
  targetCount: row.targetCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectBuyers = async (tx: AccountTransaction, query: ListBuyersQuery): Promise<Page<Buyer>> => {
  const { keyset, where } = toNounList(tx.accountId, buyers, query, { idType: "bigint" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(buyers)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toBuyer);
};

/** Those of the ids that are there. */
export const readBuyers = async (tx: AccountTransaction, ids: number[]): Promise<Buyer[]> => {
  const rows = await tx.db
    .select(columns)
    .from(buyers)
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids)));
  return rows.map(toBuyer);
};

export const getBuyerRow = async (tx: AccountTransaction, id: number): Promise<Buyer> => {
  const [buyer] = await readBuyers(tx, [id]);
  if (buyer === undefined) throw notFound("buyer");
  return buyer;
};

export const insertBuyer = async (tx: AccountTransaction, input: CreateBuyer): Promise<number> => {
  const [row] = await tx.db
    .insert(buyers)
    .values({ ...input, accountId: tx.accountId })
    .returning({ id: buyers.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

export type BuyerPatch = Omit<UpdateBuyer, "status"> & { status?: Buyer["status"] | undefined };

export const writeBuyer = async (tx: AccountTransaction, ids: number[], patch: BuyerPatch): Promise<void> => {
  const { version: _, ...values } = patch;
  await tx.db
    .update(buyers)
    .set({ ...values, version: sql`${buyers.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(buyers.accountId, tx.accountId), inArray(buyers.id, ids)));
};

export const buyerStore = { noun: "buyer", read: readBuyers, write: writeBuyer } as const satisfies NounStore<
  number,
  Buyer,
  BuyerPatch
>;
