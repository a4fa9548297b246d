import type { QuarantinedEvent } from "@ccp/contract";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { quarantinedEvents } from "#db/schema/calls.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toKeyset, toPage } from "#http/keyset.ts";
import type { Page } from "#http/verb.ts";

export type QuarantineQuery = { cursor?: string | undefined; limit: number; isReplayed: "true" | "false" };

type Row = typeof quarantinedEvents.$inferSelect;

const toResource = ({ id, at, error, event, replayedAt }: Row): QuarantinedEvent => ({
  id,
  at: at.toISOString(),
  error,
  event: String(event),
  replayedAt: replayedAt?.toISOString() ?? null,
});

export const selectQuarantined = async (
  tx: AccountTransaction,
  query: QuarantineQuery,
): Promise<Page<QuarantinedEvent>> => {
  const sort = "-id";
  const id = { expression: quarantinedEvents.id, type: "bigint" } as const;
  const keyset = toKeyset({ sort, cursor: query.cursor }, { id }, id);
  const { replayedAt } = quarantinedEvents;
  const rows = await tx.db
    .select({ row: quarantinedEvents, id: quarantinedEvents.id, sortKey: keyset.sortKey })
    .from(quarantinedEvents)
    .where(
      and(
        eq(quarantinedEvents.accountId, tx.accountId),
        query.isReplayed === "true" ? isNotNull(replayedAt) : isNull(replayedAt),
        keyset.after,
      ),
    )
    .orderBy(...keyset.orderBy)
    .limit(query.limit + 1);
  return toPage(rows, { limit: query.limit, sort }, ({ row }) => toResource(row));
};

export const findQuarantined = async (
  tx: AccountTransaction,
  id: number,
): Promise<QuarantinedEvent | undefined> => {
  const [row] = await tx.db
    .select()
    .from(quarantinedEvents)
    .where(and(eq(quarantinedEvents.accountId, tx.accountId), eq(quarantinedEvents.id, id)));
  return row && toResource(row);
};
