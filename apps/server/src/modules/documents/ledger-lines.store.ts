import type { DocumentLine, ListDocumentLinesQuery } from "@ccp/contract";
import { and, count, eq, max, sql } from "drizzle-orm";
import { calls, ledgerTransfers } from "#db/schema/calls.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { adjustments, payments } from "#db/schema/money.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";
import { isLine, isOfParty, isOpening, type LineKind, type Marks, toLineKind, toOwed } from "./marks.ts";

const sumOf = (amount: ReturnType<typeof toOwed>) => sql<string>`coalesce(sum(${amount}), 0)::text`;

/** The newest transfer of the account; whoever holds the lock of those who book knows that none before it is missing. */
export const findLastTransferId = async (tx: AccountTransaction): Promise<number> => {
  const [row] = await tx.db
    .select({ id: max(ledgerTransfers.id) })
    .from(ledgerTransfers)
    .where(eq(ledgerTransfers.accountId, tx.accountId));
  return row?.id ?? 0;
};

/** What the party owes or is owed by all its transfers. */
export const readBalance = async (
  tx: AccountTransaction,
  of: Pick<Marks, "party" | "currency">,
): Promise<bigint> => {
  const [row] = await tx.db
    .select({ micros: sumOf(toOwed(of.party)) })
    .from(ledgerTransfers)
    .where(isOfParty(tx, of));
  return BigInt(row?.micros ?? 0);
};

export const readOpening = async (tx: AccountTransaction, marks: Marks): Promise<bigint> => {
  const [row] = await tx.db
    .select({ micros: sumOf(toOwed(marks.party)) })
    .from(ledgerTransfers)
    .where(isOpening(tx, marks));
  return BigInt(row?.micros ?? 0);
};

export type Total = { count: number; micros: bigint };

/** What the lines come to, by kind. */
export const readTotals = async (tx: AccountTransaction, marks: Marks): Promise<Record<LineKind, Total>> => {
  const rows = await tx.db
    .select({ kind: toLineKind(marks), count: count(), micros: sumOf(toOwed(marks.party)) })
    .from(ledgerTransfers)
    .where(isLine(tx, marks))
    .groupBy(sql`1`);
  const toTotal = (kind: LineKind): Total => {
    const row = rows.find((each) => each.kind === kind);
    return { count: row?.count ?? 0, micros: BigInt(row?.micros ?? 0) };
  };
  return {
    call: toTotal("call"),
    adjustment: toTotal("adjustment"),
    payment: toTotal("payment"),
    reversal: toTotal("reversal"),
    earlier: toTotal("earlier"),
  };
};

export type DayTotal = { day: string; kind: LineKind; count: number; micros: bigint };

/** The lines by day of the document's clock; those of earlier periods stand together, before all others. */
export const readDays = async (
  tx: AccountTransaction,
  marks: Marks,
  timeZone: string,
): Promise<DayTotal[]> => {
  const kind = toLineKind(marks);
  const day = sql<string>`case when ${kind} = 'earlier' then '' else
    to_char(${ledgerTransfers.effectiveAt} at time zone ${timeZone}, 'YYYY-MM-DD') end`;
  const rows = await tx.db
    .select({ day, kind, count: count(), micros: sumOf(toOwed(marks.party)) })
    .from(ledgerTransfers)
    .where(isLine(tx, marks))
    .groupBy(sql`1, 2`)
    .orderBy(sql`1, 2`);
  return rows.map((row) => ({ ...row, micros: BigInt(row.micros) }));
};

const itsCall = and(eq(calls.accountId, ledgerTransfers.accountId), eq(calls.id, ledgerTransfers.callId));

const itsAdjustment = and(
  eq(adjustments.accountId, ledgerTransfers.accountId),
  eq(ledgerTransfers.kind, "adjustment"),
  sql`${adjustments.id} = substring(${ledgerTransfers.idempotencyKey} from ':adjustment:(\\d+)')::bigint`,
);

const itsPayment = and(
  eq(payments.accountId, ledgerTransfers.accountId),
  eq(ledgerTransfers.kind, "payment"),
  sql`${payments.id} = substring(${ledgerTransfers.idempotencyKey} from '^payment:(\\d+)')::bigint`,
);

export const selectLines = async (
  tx: AccountTransaction,
  marks: Marks,
  query: ListDocumentLinesQuery,
): Promise<Page<DocumentLine>> => {
  const owed = toOwed(marks.party);
  const keyset = toKeyset(
    query,
    {
      effectiveAt: { expression: ledgerTransfers.effectiveAt, type: "timestamptz" },
      amountMicros: { expression: owed, type: "bigint" },
    },
    { expression: ledgerTransfers.id, type: "bigint" },
  );
  const rows = await tx.db
    .select({
      id: ledgerTransfers.id,
      kind: toLineKind(marks),
      effectiveAt: ledgerTransfers.effectiveAt,
      recordedAt: ledgerTransfers.recordedAt,
      callId: ledgerTransfers.callId,
      caller: calls.caller,
      campaign: campaigns.name,
      connectedSeconds: calls.connectedSeconds,
      booking: sql<DocumentLine["booking"]>`${ledgerTransfers.kind}`,
      isReversal: sql<boolean>`${ledgerTransfers.reversesKey} is not null`,
      note: sql<string | null>`coalesce(${adjustments.reason}, nullif(${payments.reference}, ''))`,
      amountMicros: sql<string>`${owed}::text`,
      currency: ledgerTransfers.currency,
      sortKey: keyset.sortKey,
    })
    .from(ledgerTransfers)
    .leftJoin(calls, itsCall)
    .leftJoin(campaigns, and(eq(campaigns.accountId, calls.accountId), eq(campaigns.id, calls.campaignId)))
    .leftJoin(adjustments, itsAdjustment)
    .leftJoin(payments, itsPayment)
    .where(and(isLine(tx, marks), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, query, (row) => ({
    ...row,
    effectiveAt: row.effectiveAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  }));
};
