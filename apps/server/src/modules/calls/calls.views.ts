import type { ListCallsQuery } from "@ccp/contract";
import { type SQL, and, asc, count, eq, gt, inArray, ne, sql } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import { agents } from "#db/schema/agents.ts";
import { campaigns, numbers } from "#db/schema/campaigns.ts";
import { buyers, publishers, targets } from "#db/schema/parties.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { type KeysetColumn, toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

const columns = {
  id: calls.id,
  caller: calls.caller,
  dialled: calls.dialled,
  campaign: { id: campaigns.id, name: campaigns.name },
  publisher: { id: publishers.id, name: publishers.name },
  buyer: { id: buyers.id, name: buyers.name },
  target: { id: targets.id, name: targets.name },
  agent: { id: agents.id, name: agents.name },
  number: { id: numbers.id, name: numbers.label },
  status: calls.status,
  outcome: calls.outcome,
  attempts: calls.attempts,
  arrivedAt: calls.arrivedAt,
  endedAt: calls.endedAt,
  connectedSeconds: calls.connectedSeconds,
  converted: calls.converted,
  isDuplicate: calls.isDuplicate,
  currency: calls.currency,
  revenueMicros: calls.revenueMicros,
  payoutMicros: calls.payoutMicros,
  bookedSeq: calls.bookedSeq,
};

// Names are those of today: a call keeps ids only.
const selectFrom = (tx: AccountTransaction, where: SQL | undefined) =>
  tx.db
    .select(columns)
    .from(calls)
    .leftJoin(campaigns, and(eq(campaigns.accountId, calls.accountId), eq(campaigns.id, calls.campaignId)))
    .leftJoin(
      publishers,
      and(eq(publishers.accountId, calls.accountId), eq(publishers.id, calls.publisherId)),
    )
    .leftJoin(buyers, and(eq(buyers.accountId, calls.accountId), eq(buyers.id, calls.buyerId)))
    .leftJoin(targets, and(eq(targets.accountId, calls.accountId), eq(targets.id, calls.targetId)))
    .leftJoin(agents, and(eq(agents.accountId, calls.accountId), eq(agents.id, calls.targetId)))
    .leftJoin(numbers, and(eq(numbers.accountId, calls.accountId), eq(numbers.id, calls.numberId)))
    .where(and(eq(calls.accountId, tx.accountId), where));

/** A call as its row has it, with the names of its nouns. */
export type CallRow = Awaited<ReturnType<typeof selectFrom>>[number];

const sortColumns: Record<string, KeysetColumn> = {
  arrivedAt: { expression: calls.arrivedAt, type: "timestamptz" },
  connectedSeconds: { expression: sql`coalesce(${calls.connectedSeconds}, -1)`, type: "bigint" },
  revenueMicros: { expression: calls.revenueMicros, type: "bigint" },
  payoutMicros: { expression: calls.payoutMicros, type: "bigint" },
};

type RowsQuery = Pick<ListCallsQuery, "cursor" | "limit" | "sort" | "sinceBookedSeq">;

/** The page's calls, and only then their names: a sort without an index shall not carry the names of all calls. */
export const selectCallRows = async (
  tx: AccountTransaction,
  { cursor, limit, sort, sinceBookedSeq }: RowsQuery,
  filter: SQL | undefined,
): Promise<Page<CallRow>> => {
  const keyset = toKeyset({ sort, cursor }, sortColumns, { expression: calls.id, type: "uuid" });
  const since = sinceBookedSeq === undefined ? undefined : gt(calls.bookedSeq, sinceBookedSeq);
  const found = await tx.db
    .select({ id: calls.id, sortKey: keyset.sortKey })
    .from(calls)
    .where(and(filter, since, keyset.after))
    .orderBy(...keyset.orderBy)
    .limit(limit + 1);
  const { items, nextCursor } = toPage(found, { limit, sort }, ({ id }: { id: string }) => id);
  const rows = items.length === 0 ? [] : await selectFrom(tx, inArray(calls.id, items));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { items: items.flatMap((id) => byId.get(id) ?? []), nextCursor };
};

export const findCallRow = async (tx: AccountTransaction, id: string): Promise<CallRow | undefined> => {
  const [row] = await selectFrom(tx, eq(calls.id, id));
  return row;
};

/** The longest-lasting of the calls that are not over. */
export const selectLiveRows = (tx: AccountTransaction, limit: number): Promise<CallRow[]> =>
  selectFrom(tx, ne(calls.status, "ended")).orderBy(asc(calls.arrivedAt), asc(calls.id)).limit(limit);

export const countLive = async (tx: AccountTransaction): Promise<number> => {
  const [row] = await tx.db
    .select({ value: count() })
    .from(calls)
    .where(and(eq(calls.accountId, tx.accountId), ne(calls.status, "ended")));
  return row?.value ?? 0;
};

/** How many calls the filter lets through, counting no further than `max`. */
export const countRows = async (
  tx: AccountTransaction,
  filter: SQL | undefined,
  max: number,
): Promise<number> => {
  const some = tx.db.select({ id: calls.id }).from(calls).where(filter).limit(max).as("some");
  const [row] = await tx.db.select({ value: count() }).from(some);
  return row?.value ?? 0;
};
