import { randomUUID } from "node:crypto";
import type { Publisher, CreatePublisher, ListPublishersQuery, UpdatePublisher } from "@ccp/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import { publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toPage } from "#http/keyset.ts";
import { toNounList } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";
import type { NounStore } from "#modules/audit/change-items.ts";
import { toCapsColumn } from "#modules/caps/to-caps-column.ts";

const columns = {
  id: publishers.id,
  name: publishers.name,
  status: publishers.status,
  caps: publishers.caps,
  numberCount: sql<number>`(select count(*)::int from numbers used
    where used.account_id = publishers.account_id and used.publisher_id = publishers.id)`,
  version: publishers.version,
  createdAt: publishers.createdAt,
  updatedAt: publishers.updatedAt,
};

type Row = Pick<typeof publishers.$inferSelect, Exclude<keyof typeof columns, "numberCount">> &
  Pick<Publisher, "numberCount">;

const toPublisher = (row: Row): Publisher => ({
  id: row.id,
  name: row.name,
  status: row.status,
  caps: (row.caps ?? []) as Publisher["caps"],
  numberCount: row.numberCount,
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const selectPublishers = async (
  tx: AccountTransaction,
  query: ListPublishersQuery,
): Promise<Page<Publisher>> => {
  const { keyset, where } = toNounList(tx.accountId, publishers, query, { idType: "uuid" });
  const rows = await tx.db
    .select({ ...columns, sortKey: keyset.sortKey })
    .from(publishers)
    .where(where)
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, toPublisher);
};

/** Those of the ids that are there. */
export const readPublishers = async (tx: AccountTransaction, ids: string[]): Promise<Publisher[]> => {
  const rows = await tx.db
    .select(columns)
    .from(publishers)
    .where(and(eq(publishers.accountId, tx.accountId), inArray(publishers.id, ids)));
  return rows.map(toPublisher);
};

export const getPublisherRow = async (tx: AccountTransaction, id: string): Promise<Publisher> => {
  const [publisher] = await readPublishers(tx, [id]);
  if (publisher === undefined) throw notFound("publisher");
  return publisher;
};

export const insertPublisher = async (tx: AccountTransaction, input: CreatePublisher): Promise<string> => {
  const id = randomUUID();
  await tx.db
    .insert(publishers)
    .values({ ...input, caps: toCapsColumn(input.caps), accountId: tx.accountId, id });
  return id;
};

export type PublisherPatch = Omit<UpdatePublisher, "status"> & { status?: Publisher["status"] | undefined };

export const writePublisher = async (
  tx: AccountTransaction,
  ids: string[],
  patch: PublisherPatch,
): Promise<void> => {
  const { version: _, caps, ...values } = patch;
  await tx.db
    .update(publishers)
    .set({
      ...values,
      caps: toCapsColumn(caps),
      version: sql`${publishers.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(and(eq(publishers.accountId, tx.accountId), inArray(publishers.id, ids)));
};

export const publisherStore = {
  noun: "publisher",
  read: readPublishers,
  write: writePublisher,
} as const satisfies NounStore<string, Publisher, PublisherPatch>;
