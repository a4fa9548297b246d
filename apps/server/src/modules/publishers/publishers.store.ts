import { randomUUID } from "node:crypto";
import type { Publisher, CreatePublisher, UpdatePublisher } from "@ccp/contract";
import { and, eq, sql } from "drizzle-orm";
import { numbers } from "#db/schema/campaigns.ts";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toPage } from "#http/keyset.ts";
import { type NounQuery, toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: publishers.id,
  name: publishers.name,
  status: publishers.status,
  createdAt: publishers.createdAt,
  updatedAt: publishers.updatedAt,
};

type Row = Pick<typeof publishers.$inferSelect, keyof typeof columns>;

const toPublisher = (row: Row): Publisher => ({
  id: row.id,
  name: row.name,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const isPublisher = (tx: AccountTransaction, id: string) =>
  and(eq(publishers.accountId, tx.accountId), eq(publishers.id, id));

export const selectPublishers = async (
  tx: AccountTransaction,
  query: NounQuery,
): Promise<Page<Publisher>> => {
  const id = { expression: publishers.id, type: "uuid" } as const;
  const { keyset, where } = toNounList(tx.accountId, publishers, id, query);
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(publishers)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toPublisher);
};

export const findPublisher = async (tx: AccountTransaction, id: string): Promise<Publisher | undefined> => {
  const [row] = await tx.db.select(columns).from(publishers).where(isPublisher(tx, id));
  return row && toPublisher(row);
};

export const insertPublisher = async (tx: AccountTransaction, input: CreatePublisher): Promise<Publisher> => {
  const [row] = await tx.db
    .insert(publishers)
    .values({ accountId: tx.accountId, id: randomUUID(), name: input.name, status: "active" })
    .returning(columns);
  if (row === undefined) throw new Error("The insert gave no row.");
  return toPublisher(row);
};

export const writePublisher = async (
  tx: AccountTransaction,
  id: string,
  patch: UpdatePublisher | { status: "archived" },
): Promise<Publisher | undefined> => {
  const [row] = await tx.db
    .update(publishers)
    .set({ ...patch, updatedAt: sql`now()` })
    .where(isPublisher(tx, id))
    .returning(columns);
  return row && toPublisher(row);
};

/** The numbers that are still a publisher's. */
export const selectNumbers = async (tx: AccountTransaction, publisherId: string): Promise<string[]> => {
  const rows = await tx.db
    .select({ number: numbers.number })
    .from(numbers)
    .where(and(eq(numbers.accountId, tx.accountId), eq(numbers.publisherId, publisherId)))
    .orderBy(numbers.number)
    .limit(20);
  return rows.map(({ number }) => number);
};
