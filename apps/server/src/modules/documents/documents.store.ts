import type { Document, ListDocumentsQuery } from "@ccp/contract";
import type { Party } from "@ccp/engine";
import { and, desc, eq, gt, max, or, type SQL, sql } from "drizzle-orm";
import { documents } from "#db/schema/money.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

export type DocumentRow = typeof documents.$inferSelect;

const toTime = (at: Date | null): string | null => at?.toISOString() ?? null;

export const toDocument = (row: Omit<DocumentRow, "accountId">): Document => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  buyer: row.buyerId === null ? null : { id: row.buyerId, name: row.partyName },
  publisher: row.publisherId === null ? null : { id: row.publisherId, name: row.partyName },
  accountName: row.accountName,
  currency: row.currency,
  timeZone: row.timeZone,
  periodFrom: row.periodFrom,
  periodThrough: row.periodThrough,
  periodStart: row.periodStart.toISOString(),
  periodUntil: row.periodUntil.toISOString(),
  openingMicros: row.openingMicros.toString(),
  calls: { count: row.callsCount, micros: row.callsMicros.toString() },
  adjustments: { count: row.adjustmentsCount, micros: row.adjustmentsMicros.toString() },
  payments: { count: row.paymentsCount, micros: row.paymentsMicros.toString() },
  reversals: { count: row.reversalsCount, micros: row.reversalsMicros.toString() },
  earlier: { count: row.earlierCount, micros: row.earlierMicros.toString() },
  closingMicros: row.closingMicros.toString(),
  status: row.status,
  issuedBy: row.issuedBy,
  issuedAt: row.issuedAt.toISOString(),
  voidedBy: row.voidedBy,
  voidedAt: toTime(row.voidedAt),
  voidNote: row.voidNote,
  version: row.version,
});

const sorts = {
  number: { expression: documents.number, type: "bigint" },
  issuedAt: { expression: documents.issuedAt, type: "timestamptz" },
  periodFrom: { expression: sql`${documents.periodFrom}::text`, type: "text" },
  closingMicros: { expression: documents.closingMicros, type: "bigint" },
  status: { expression: documents.status, type: "text" },
} as const;

const isLike = (search: string): SQL | undefined =>
  or(contains(documents.partyName, search), sql`${documents.number}::text = ${search}`);

const isWanted = ({ search, ...query }: ListDocumentsQuery): SQL | undefined =>
  and(
    search === undefined || search === "" ? undefined : isLike(search),
    isAmong(documents.kind, query.kind),
    isAmong(documents.status, query.status),
    isAmong(documents.buyerId, query.buyerId),
    isAmong(documents.publisherId, query.publisherId),
  );

export const selectDocuments = async (
  tx: AccountTransaction,
  query: ListDocumentsQuery,
): Promise<Page<Document>> => {
  const keyset = toKeyset(query, sorts, { expression: documents.id, type: "bigint" });
  const rows = await tx.db
    .select({ row: documents, id: documents.id, sortKey: keyset.sortKey })
    .from(documents)
    .where(and(eq(documents.accountId, tx.accountId), isWanted(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, ({ row }: { row: DocumentRow; id: number }) => toDocument(row));
};

export const getDocumentRow = async (tx: AccountTransaction, id: number): Promise<DocumentRow> => {
  const [row] = await tx.db
    .select()
    .from(documents)
    .where(and(eq(documents.accountId, tx.accountId), eq(documents.id, id)));
  if (row === undefined) throw notFound("document");
  return row;
};

const isPartys = (party: Party): SQL =>
  party.kind === "buyer" ? eq(documents.buyerId, party.id) : eq(documents.publisherId, party.id);

/** The party's last document that is not void, of those after the given one. */
export const findLastDocument = async (
  tx: AccountTransaction,
  { party, currency, afterId = 0 }: { party: Party; currency: string; afterId?: number },
): Promise<DocumentRow | undefined> => {
  const [row] = await tx.db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.accountId, tx.accountId),
        isPartys(party),
        eq(documents.currency, currency),
        eq(documents.status, "issued"),
        gt(documents.id, afterId),
      ),
    )
    .orderBy(desc(documents.id))
    .limit(1);
  return row;
};

/** Whoever asks holds the account's lock, so that nobody else is given the same. */
export const takeNumber = async (tx: AccountTransaction, kind: DocumentRow["kind"]): Promise<number> => {
  const [row] = await tx.db
    .select({ last: max(documents.number) })
    .from(documents)
    .where(and(eq(documents.accountId, tx.accountId), eq(documents.kind, kind)));
  return (row?.last ?? 0) + 1;
};

export type NewDocument = Omit<typeof documents.$inferInsert, "accountId" | "id" | "status">;

export const insertDocument = async (tx: AccountTransaction, fields: NewDocument): Promise<DocumentRow> => {
  const [row] = await tx.db
    .insert(documents)
    .values({ ...fields, status: "issued", accountId: tx.accountId })
    .returning();
  if (row === undefined) throw new Error("The insert gave no row.");
  return row;
};

export const writeVoid = async (
  tx: AccountTransaction,
  id: number,
  fields: { voidedBy: string; voidedAt: Date; voidNote: string },
): Promise<void> => {
  await tx.db
    .update(documents)
    .set({ ...fields, status: "void", version: sql`${documents.version} + 1` })
    .where(and(eq(documents.accountId, tx.accountId), eq(documents.id, id)));
};
