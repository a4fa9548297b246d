import type { Adjustment, AdjustmentStatus, ListAdjustmentsQuery } from "@ccp/contract";
import { and, asc, eq, gte, lt, or, type SQL, sql } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import { adjustments } from "#db/schema/money.ts";
import { buyers, publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const party = sql<
  "buyer" | "publisher"
>`case when ${adjustments.buyerId} is null then 'publisher' else 'buyer' end`;

const columns = {
  id: adjustments.id,
  callId: adjustments.callId,
  caller: calls.caller,
  callArrivedAt: calls.arrivedAt,
  party,
  buyerId: adjustments.buyerId,
  buyerName: buyers.name,
  publisherId: adjustments.publisherId,
  publisherName: publishers.name,
  amountMicros: adjustments.amountMicros,
  currency: adjustments.currency,
  reason: adjustments.reason,
  status: adjustments.status,
  requestedBy: adjustments.requestedBy,
  decidedBy: adjustments.decidedBy,
  decidedAt: adjustments.decidedAt,
  decisionNote: adjustments.decisionNote,
  voidedBy: adjustments.voidedBy,
  voidedAt: adjustments.voidedAt,
  voidNote: adjustments.voidNote,
  version: adjustments.version,
  createdAt: adjustments.createdAt,
  updatedAt: adjustments.updatedAt,
};

const unsorted = sql<string>`''`;

const selectFrom = (tx: AccountTransaction, sortKey = unsorted) =>
  tx.db
    .select({ row: columns, id: adjustments.id, sortKey })
    .from(adjustments)
    .leftJoin(calls, and(eq(calls.accountId, adjustments.accountId), eq(calls.id, adjustments.callId)))
    .leftJoin(buyers, and(eq(buyers.accountId, adjustments.accountId), eq(buyers.id, adjustments.buyerId)))
    .leftJoin(
      publishers,
      and(eq(publishers.accountId, adjustments.accountId), eq(publishers.id, adjustments.publisherId)),
    );

type Row = Omit<typeof adjustments.$inferSelect, "accountId"> & {
  party: "buyer" | "publisher";
  caller: string | null;
  callArrivedAt: Date | null;
  buyerName: string | null;
  publisherName: string | null;
};

const toTime = (at: Date | null): string | null => at?.toISOString() ?? null;

const toAdjustment = ({ buyerId, buyerName, publisherId, publisherName, ...row }: Row): Adjustment => ({
  ...row,
  callArrivedAt: toTime(row.callArrivedAt),
  buyer: buyerId === null ? null : { id: buyerId, name: buyerName ?? "" },
  publisher: publisherId === null ? null : { id: publisherId, name: publisherName ?? "" },
  amountMicros: row.amountMicros.toString(),
  decidedAt: toTime(row.decidedAt),
  voidedAt: toTime(row.voidedAt),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const sorts = {
  createdAt: { expression: adjustments.createdAt, type: "timestamptz" },
  amountMicros: { expression: adjustments.amountMicros, type: "bigint" },
  status: { expression: adjustments.status, type: "text" },
  party: { expression: party, type: "text" },
} as const;

const isParty = (filter: ListAdjustmentsQuery["party"]): SQL | undefined => {
  if (filter === undefined) return undefined;
  const kinds = filter.isNot
    ? (["buyer", "publisher"] as const).filter((kind) => !filter.values.includes(kind))
    : filter.values;
  return sql`${party} = any (${`{${kinds.join(",")}}`}::text[])`;
};

const isWanted = (query: ListAdjustmentsQuery): SQL | undefined =>
  and(
    query.search === undefined || query.search === ""
      ? undefined
      : or(
          contains(adjustments.reason, query.search),
          sql`${adjustments.callId}::text = ${query.search.toLowerCase()}`,
        ),
    isAmong(adjustments.status, query.status),
    isParty(query.party),
    isAmong(adjustments.buyerId, query.buyerId),
    isAmong(adjustments.publisherId, query.publisherId),
    isAmong(adjustments.callId, query.callId),
    query.from === undefined ? undefined : gte(adjustments.createdAt, new Date(query.from)),
    query.to === undefined ? undefined : lt(adjustments.createdAt, new Date(query.to)),
  );

export const selectAdjustments = async (
  tx: AccountTransaction,
  query: ListAdjustmentsQuery,
): Promise<Page<Adjustment>> => {
  const keyset = toKeyset(query, sorts, { expression: adjustments.id, type: "bigint" });
  const rows = await selectFrom(tx, keyset.sortKey)
    .where(and(eq(adjustments.accountId, tx.accountId), isWanted(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, ({ row }: { row: Row; id: number }) => toAdjustment(row));
};

/** All that were asked for of one call, the first one first. */
export const selectCallAdjustments = async (
  tx: AccountTransaction,
  callId: string,
): Promise<Adjustment[]> => {
  const rows = await selectFrom(tx)
    .where(and(eq(adjustments.accountId, tx.accountId), eq(adjustments.callId, callId)))
    .orderBy(asc(adjustments.id));
  return rows.map(({ row }) => toAdjustment(row));
};

export const getAdjustmentRow = async (tx: AccountTransaction, id: number): Promise<Adjustment> => {
  const [found] = await selectFrom(tx).where(
    and(eq(adjustments.accountId, tx.accountId), eq(adjustments.id, id)),
  );
  if (found === undefined) throw notFound("adjustment");
  return toAdjustment(found.row);
};

export type NewAdjustment = Pick<
  typeof adjustments.$inferInsert,
  "callId" | "buyerId" | "publisherId" | "amountMicros" | "currency" | "reason" | "requestedBy" | "createdAt"
>;

export const insertAdjustment = async (tx: AccountTransaction, fields: NewAdjustment): Promise<number> => {
  const [row] = await tx.db
    .insert(adjustments)
    .values({ ...fields, status: "requested", accountId: tx.accountId })
    .returning({ id: adjustments.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

type Outcome = { status: AdjustmentStatus; by: string; at: Date; note: string | null };

/** Writes what became of an adjustment, and who saw to it. */
export const writeOutcome = async (
  tx: AccountTransaction,
  id: number,
  { status, by, at, note }: Outcome,
): Promise<void> => {
  const whose =
    status === "voided"
      ? { voidedBy: by, voidedAt: at, voidNote: note }
      : { decidedBy: by, decidedAt: at, decisionNote: note };
  await tx.db
    .update(adjustments)
    .set({ status, ...whose, version: sql`${adjustments.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(adjustments.accountId, tx.accountId), eq(adjustments.id, id)));
};

/** The call that is to be adjusted, as its row stands. */
export const findCall = async (tx: AccountTransaction, id: string) => {
  const [call] = await tx.db
    .select({
      status: calls.status,
      buyerId: calls.buyerId,
      publisherId: calls.publisherId,
      currency: calls.currency,
    })
    .from(calls)
    .where(and(eq(calls.accountId, tx.accountId), eq(calls.id, id)));
  return call;
};
