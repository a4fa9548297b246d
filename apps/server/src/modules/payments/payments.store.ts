import type { ListPaymentsQuery, Payment } from "@ccp/contract";
import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { payments } from "#db/schema/money.ts";
import { buyers, publishers } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { notFound } from "#http/app-error.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import { contains, isAmong } from "#http/noun-list.ts";
import type { Page } from "#http/verb.ts";

const unsorted = sql<string>`''`;

const selectFrom = (tx: AccountTransaction, sortKey = unsorted) =>
  tx.db
    .select({
      row: payments,
      buyerName: buyers.name,
      publisherName: publishers.name,
      id: payments.id,
      sortKey,
    })
    .from(payments)
    .leftJoin(buyers, and(eq(buyers.accountId, payments.accountId), eq(buyers.id, payments.buyerId)))
    .leftJoin(
      publishers,
      and(eq(publishers.accountId, payments.accountId), eq(publishers.id, payments.publisherId)),
    );

type Row = {
  id: number;
  row: typeof payments.$inferSelect;
  buyerName: string | null;
  publisherName: string | null;
};

const toPayment = ({ row, buyerName, publisherName }: Omit<Row, "id">): Payment => {
  const { accountId: _, buyerId, publisherId, ...rest } = row;
  return {
    ...rest,
    buyer: buyerId === null ? null : { id: buyerId, name: buyerName ?? "" },
    publisher: publisherId === null ? null : { id: publisherId, name: publisherName ?? "" },
    amountMicros: row.amountMicros.toString(),
    voidedAt: row.voidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
};

const sorts = {
  createdAt: { expression: payments.createdAt, type: "timestamptz" },
  paidOn: { expression: sql`${payments.paidOn}::text`, type: "text" },
  amountMicros: { expression: payments.amountMicros, type: "bigint" },
  status: { expression: payments.status, type: "text" },
} as const;

const isWanted = ({ search, ...query }: ListPaymentsQuery): SQL | undefined =>
  and(
    search === undefined || search === ""
      ? undefined
      : or(contains(payments.reference, search), contains(payments.note, search)),
    isAmong(payments.status, query.status),
    isAmong(payments.buyerId, query.buyerId),
    isAmong(payments.publisherId, query.publisherId),
  );

export const selectPayments = async (
  tx: AccountTransaction,
  query: ListPaymentsQuery,
): Promise<Page<Payment>> => {
  const keyset = toKeyset(query, sorts, { expression: payments.id, type: "bigint" });
  const rows = await selectFrom(tx, keyset.sortKey)
    .where(and(eq(payments.accountId, tx.accountId), isWanted(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, (row: Row) => toPayment(row));
};

const findWhere = async (tx: AccountTransaction, where: SQL): Promise<Payment | undefined> => {
  const [found] = await selectFrom(tx).where(and(eq(payments.accountId, tx.accountId), where));
  return found && toPayment(found);
};

export const getPaymentRow = async (tx: AccountTransaction, id: number): Promise<Payment> => {
  const found = await findWhere(tx, eq(payments.id, id));
  if (found === undefined) throw notFound("payment");
  return found;
};

export const findPaymentByKey = (tx: AccountTransaction, key: string): Promise<Payment | undefined> =>
  findWhere(tx, eq(payments.idempotencyKey, key));

type NewPayment = Omit<typeof payments.$inferInsert, "accountId" | "id" | "status">;

export const insertPayment = async (tx: AccountTransaction, fields: NewPayment): Promise<number> => {
  const [row] = await tx.db
    .insert(payments)
    .values({ ...fields, status: "recorded", accountId: tx.accountId })
    .returning({ id: payments.id });
  if (row === undefined) throw new Error("The insert gave no row.");
  return row.id;
};

export const writeVoid = async (
  tx: AccountTransaction,
  id: number,
  fields: { voidedBy: string; voidedAt: Date; voidNote: string },
): Promise<void> => {
  await tx.db
    .update(payments)
    .set({ ...fields, status: "voided", version: sql`${payments.version} + 1` })
    .where(and(eq(payments.accountId, tx.accountId), eq(payments.id, id)));
};
