import type { AccountBook, CallEvent, CallFact, CallOutcome, CallStatus } from "@ccp/engine";
import type { Pool } from "pg";

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

/** What is booked of these calls, by call id; a call that has no row is missing. */
export const readBooked = async (
  database: Pool,
  accountIds: readonly string[],
  callIds: readonly string[],
): Promise<ReadonlyMap<string, BookedCall>> => {
  const of = "where account_id = any ($1::uuid[])";
  const values = [accountIds, callIds];
  const [calls, events, transfers] = await Promise.all([
    database.query<CallRow>(`select * from calls ${of} and id = any ($2::uuid[])`, values),
    database.query<EventRow>(`select * from call_events ${of} and call_id = any ($2::uuid[])`, values),
    database.query<TransferRow>(
      `select * from ledger_transfers ${of} and call_id = any ($2::uuid[]) order by id`,
      values,
    ),
  ]);
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
};

/** Every kept book, by `account:revision`. */
export const readBooks = async (database: Pool): Promise<ReadonlyMap<string, AccountBook>> => {
  const { rows } = await database.query<{ account_id: string; revision: string; document: AccountBook }>(
    "select account_id, revision, document from books",
  );
  return new Map(rows.map((row) => [`${row.account_id}:${row.revision}`, row.document]));
};

/** How many rows a table holds, of all accounts. */
export const countRows = async (
  database: Pool,
  table: "calls" | "call_events" | "ledger_transfers" | "quarantined_events",
): Promise<number> => {
  const { rows } = await database.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
};
