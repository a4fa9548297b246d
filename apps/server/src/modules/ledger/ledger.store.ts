import type { CallEvent, CallFact } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** Ids of calls that have events or transfers, ascending, after the given one. */
export const listCallIds = async (
  tx: AccountTransaction,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  const { rows } = await tx.query<{ call_id: string }>(
    `(select distinct call_id from call_events
       where account_id = $1 and ($2::uuid is null or call_id > $2) order by call_id limit $3)
     union
     (select distinct call_id from ledger_transfers
       where account_id = $1 and ($2::uuid is null or call_id > $2) order by call_id limit $3)
     order by call_id limit $3`,
    [tx.accountId, after, limit],
  );
  return rows.map((row) => row.call_id);
};

type EventRow = { call_id: string; key: string; at: Date; fact: CallFact };

export const selectEvents = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<CallEvent[]> => {
  const { rows } = await tx.query<EventRow>(
    "select call_id, key, at, fact from call_events where account_id = $1 and call_id = any ($2::uuid[])",
    [tx.accountId, callIds],
  );
  return rows.map(({ call_id: callId, key, at, fact }) => ({
    key,
    accountId: tx.accountId,
    callId,
    at: at.getTime(),
    fact,
  }));
};
