import type { AccountBook, CallEvent, CallFact, CallOutcome, CallStatus } from "@ccp/engine";
import type { DatabasePool } from "@ccp/server/db/client.ts";
import { withAccount } from "@ccp/server/db/transaction.ts";

/** A call's row as PostgreSQL has it; serial ids and money as text. */
export type CallRow = {
  account_id: string;
  id: string;
  carrier_call_ref: string;
  campaign_id: string | null;
  publisher_id: string | null;
  buyer_id: string | null;
  target_id: string | null;
  caller: string;
  dialled: string;
  status: CallStatus;
  outcome: CallOutcome | null;
  attempts: number;
  arrived_at: Date;
  ended_at: Date | null;
  connected_seconds: number | null;
  converted: boolean;
  currency: string;
  revenue_micros: string;
  payout_micros: string;
};

export type TransferRow = {
  account_id: string;
  call_id: string;
  txn_id: string;
  idempotency_key: string;
  kind: string;
  debit: string;
  credit: string;
  amount_micros: string;
  currency: string;
  reverses_key: string | null;
};

type EventRow = { account_id: string; call_id: string; key: string; at: Date; fact: CallFact };

/** All that is booked of a call. */
export type BookedCall = { row: CallRow; events: CallEvent[]; transfers: TransferRow[] };

const groupByCall = <Row extends { call_id: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.call_id);
    if (group === undefined) groups.set(row.call_id, [row]);
    else group.push(row);
  }
  return groups;
};

const toEvent = ({ account_id: accountId, call_id: callId, key, at, fact }: EventRow): CallEvent => ({
  key,
  accountId,
  callId,
  at: at.getTime(),
  fact,
});

/** What an account has booked of these calls, by call id; a call that has no row is missing. */
export const readBooked = (
  pool: DatabasePool,
  accountId: string,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, BookedCall>> =>
  withAccount(pool, accountId, async (tx) => {
    const calls = await tx.query<CallRow>("select * from calls where id = any ($1::uuid[])", [callIds]);
    const events = await tx.query<EventRow>(
      "select * from call_events where account_id = $2 and call_id = any ($1::uuid[])",
      [callIds, accountId],
    );
    const transfers = await tx.query<TransferRow>(
      "select * from ledger_transfers where account_id = $2 and call_id = any ($1::uuid[]) order by id",
      [callIds, accountId],
    );
    const eventsByCall = groupByCall(events.rows);
    const transfersByCall = groupByCall(transfers.rows);
    return new Map(
      calls.rows.map((row) => [
        row.id,
        {
          row,
          events: (eventsByCall.get(row.id) ?? []).map(toEvent),
          transfers: transfersByCall.get(row.id) ?? [],
        },
      ]),
    );
  });

/** Every book that the account keeps, by revision. */
export const readBooks = (pool: DatabasePool, accountId: string): Promise<ReadonlyMap<number, AccountBook>> =>
  withAccount(pool, accountId, async (tx) => {
    const { rows } = await tx.query<{ revision: string; document: AccountBook }>(
      "select revision, document from books",
    );
    return new Map(rows.map(({ revision, document }) => [Number(revision), document]));
  });

/** How many rows of a table are the account's. */
export const countRows = (
  pool: DatabasePool,
  accountId: string,
  table: "calls" | "quarantined_events",
): Promise<number> =>
  withAccount(pool, accountId, async (tx) => {
    const { rows } = await tx.query<{ count: string }>(`select count(*) from ${table}`);
    return Number(rows[0]?.count);
  });
