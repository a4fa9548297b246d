import type { CallEvent, CallFact } from "@ccp/engine";
import { and, desc, eq, inArray } from "drizzle-orm";
import { calls } from "#db/schema/calls.ts";
import type { AccountTransaction } from "#db/transaction.ts";

/** The last calls of some campaigns that are over, in the order in which they came. */
export const selectLastCalls = async (
  tx: AccountTransaction,
  campaignIds: readonly string[],
  count: number,
): Promise<string[]> => {
  if (campaignIds.length === 0) return [];
  const rows = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(
      and(
        eq(calls.accountId, tx.accountId),
        inArray(calls.campaignId, [...campaignIds]),
        eq(calls.status, "ended"),
      ),
    )
    .orderBy(desc(calls.arrivedAt), desc(calls.id))
    .limit(count);
  return rows.map(({ id }) => id).toReversed();
};

type EventRow = { call_id: string; key: string; at: Date; fact: CallFact };

/**
 * The stored events of calls, by call. Asked for as plain rows, which are read piece by piece as they come in and not
 * once more as a whole.
 */
export const selectEvents = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<Map<string, CallEvent[]>> => {
  const { rows } = await tx.query<EventRow>(
    "select call_id, key, at, fact from call_events where account_id = $1 and call_id = any ($2::uuid[])",
    [tx.accountId, callIds],
  );
  const events = new Map<string, CallEvent[]>(callIds.map((id) => [id, []]));
  for (const { call_id: callId, key, at, fact } of rows) {
    events.get(callId)?.push({ key, accountId: tx.accountId, callId, at: at.getTime(), fact });
  }
  return events;
};
