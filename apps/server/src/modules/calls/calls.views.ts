import type { CallSummary, ListCallsQuery } from "@ccp/contract";
import { and, eq, gt, gte, like, lt, type SQL, sql } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: calls.id,
  caller: calls.caller,
  dialled: calls.dialled,
  campaign: { id: campaigns.id, name: campaigns.name },
  publisher: { id: publishers.id, name: publishers.name },
  buyer: { id: buyers.id, name: buyers.name },
  target: { id: targets.id, name: targets.name },
  numberId: calls.numberId,
  status: calls.status,
  outcome: calls.outcome,
  attempts: calls.attempts,
  arrivedAt: calls.arrivedAt,
  endedAt: calls.endedAt,
  connectedSeconds: calls.connectedSeconds,
  converted: calls.converted,
  currency: calls.currency,
  revenueMicros: calls.revenueMicros,
  payoutMicros: calls.payoutMicros,
  bookedSeq: calls.bookedSeq,
};

type Row = Omit<CallSummary, "arrivedAt" | "endedAt" | "revenueMicros" | "payoutMicros"> & {
  arrivedAt: Date;
  endedAt: Date | null;
  revenueMicros: bigint;
  payoutMicros: bigint;
};

const toSummary = (row: Row): CallSummary => ({
  id: row.id,
  caller: row.caller,
  dialled: row.dialled,
  campaign: row.campaign,
  publisher: row.publisher,
  buyer: row.buyer,
  target: row.target,
  numberId: row.numberId,
  status: row.status,
  outcome: row.outcome,
  attempts: row.attempts,
  arrivedAt: row.arrivedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  connectedSeconds: row.connectedSeconds,
  converted: row.converted,
  currency: row.currency,
  revenueMicros: row.revenueMicros.toString(),
  payoutMicros: row.payoutMicros.toString(),
  bookedSeq: row.bookedSeq,
});

// Names are those of today: a call keeps ids only.
const selectFrom = (tx: AccountTransaction, sortKey: SQL<string>) =>
  tx.db
    .select({ ...columns, sortKey })
    .from(calls)
    .leftJoin(campaigns, and(eq(campaigns.accountId, calls.accountId), eq(campaigns.id, calls.campaignId)))
    .leftJoin(
      publishers,
      and(eq(publishers.accountId, calls.accountId), eq(publishers.id, calls.publisherId)),
    )
    .leftJoin(buyers, and(eq(buyers.accountId, calls.accountId), eq(buyers.id, calls.buyerId)))
    .leftJoin(targets, and(eq(targets.accountId, calls.accountId), eq(targets.id, calls.targetId)));

/** A condition for a filter that is set. */
const when = <Value>(value: Value | undefined, toCondition: (value: Value) => SQL): SQL | undefined =>
  value === undefined ? undefined : toCondition(value);

const toFilter = (query: ListCallsQuery): SQL | undefined =>
  and(
    when(query.campaignId, (id) => eq(calls.campaignId, id)),
    when(query.publisherId, (id) => eq(calls.publisherId, id)),
    when(query.buyerId, (id) => eq(calls.buyerId, id)),
    when(query.targetId, (id) => eq(calls.targetId, id)),
    when(query.status, (status) => eq(calls.status, status)),
    when(query.outcome, (outcome) => eq(calls.outcome, outcome)),
    when(query.caller, (digits) => like(calls.caller, `%${digits.replaceAll(/\D/g, "")}%`)),
    when(query.from, (from) => gte(calls.arrivedAt, new Date(from))),
    when(query.to, (to) => lt(calls.arrivedAt, new Date(to))),
    when(query.sinceBookedSeq, (seq) => gt(calls.bookedSeq, seq)),
  );

export const selectCalls = async (
  tx: AccountTransaction,
  query: ListCallsQuery,
): Promise<Page<CallSummary>> => {
  const sort = "-arrivedAt";
  const keyset = toKeyset(
    { sort, cursor: query.cursor },
    { arrivedAt: { expression: calls.arrivedAt, type: "timestamptz" } },
    { expression: calls.id, type: "uuid" },
  );
  const rows = await selectFrom(tx, keyset.sortKey)
    .where(and(eq(calls.accountId, tx.accountId), toFilter(query), keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, toSummary);
};

export const findCallSummary = async (
  tx: AccountTransaction,
  id: string,
): Promise<CallSummary | undefined> => {
  const [row] = await selectFrom(tx, sql<string>`''`).where(
    and(eq(calls.accountId, tx.accountId), eq(calls.id, id)),
  );
  return row && toSummary(row);
};
