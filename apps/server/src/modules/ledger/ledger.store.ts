import type { Adjustment, CallEvent, CallFact } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";
import type { toLedgerRow } from "#live/drain/to-rows.ts";

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
       where account_id = $1 and call_id is not null and ($2::uuid is null or call_id > $2)
       order by call_id limit $3)
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

/** Adds a transfer; one whose key is taken already is refused. */
export const insertTransfer = async (
  tx: AccountTransaction,
  row: ReturnType<typeof toLedgerRow>,
): Promise<void> => {
  await tx.query(
    `insert into ledger_transfers (account_id, txn_id, idempotency_key, kind, call_id, debit, credit, amount_micros,
       currency, reverses_key, effective_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0))`,
    [tx.accountId, ...Object.values(row)],
  );
};

/** Changes the money of a call's row as the ledger has changed, and tells of it. */
export const moveCallMoney = async (
  tx: AccountTransaction,
  { callId, party, micros }: { callId: string; party: "buyer" | "publisher"; micros: bigint },
): Promise<void> => {
  const column = party === "buyer" ? "revenue_micros" : "payout_micros";
  await tx.query(
    `with moved as (
       update calls set ${column} = ${column} + $3, booked_seq = nextval('booked_seq')
       where account_id = $1 and id = $2 returning booked_seq
     )
     select pg_notify('booked', json_build_object('accountId', $1::uuid, 'bookedSeq', booked_seq)::text) from moved`,
    [tx.accountId, callId, micros.toString()],
  );
};

/** The adjustments of calls that are in force. */
export const selectAdjustments = async (
  tx: AccountTransaction,
  callIds: readonly string[],
): Promise<Adjustment[]> => {
  const { rows } = await tx.query<{
    id: string;
    call_id: string;
    buyer_id: string | null;
    publisher_id: string | null;
    amount_micros: string;
    currency: string;
  }>(
    `select id, call_id, buyer_id, publisher_id, amount_micros, currency from adjustments
     where account_id = $1 and call_id = any ($2::uuid[]) and status = 'approved'`,
    [tx.accountId, callIds],
  );
  return rows.map((row) => ({
    id: Number(row.id),
    callId: row.call_id,
    party:
      row.buyer_id === null
        ? { kind: "publisher", id: row.publisher_id ?? "" }
        : { kind: "buyer", id: Number(row.buyer_id) },
    amountMicros: BigInt(row.amount_micros),
    currency: row.currency,
  }));
};

/** Payments whose transfers net to something else in their party's account than what is in force of them. */
export const selectPaymentFaults = async (
  tx: AccountTransaction,
): Promise<{ key: string; expected: string; booked: string }[]> => {
  const { rows } = await tx.query<{ key: string; expected: string; booked: string }>(
    `with booked as (
       select coalesce(reverses_key, idempotency_key) as key,
         case when debit = 'cash' then credit else debit end as party,
         sum(case when debit = 'cash' then amount_micros else -amount_micros end) as micros
       from ledger_transfers where account_id = $1 and kind = 'payment' group by 1, 2
     ), expected as (
       select 'payment:' || id as key,
         case when buyer_id is null then 'publisher:' || publisher_id || ':payable'
           else 'buyer:' || buyer_id || ':receivable' end as party,
         case when status = 'voided' then 0 when buyer_id is null then -amount_micros else amount_micros end as micros
       from payments where account_id = $1
     )
     select key, coalesce(expected.micros, 0)::text as expected, coalesce(booked.micros, 0)::text as booked
     from expected full join booked using (key, party)
     where expected.micros is distinct from booked.micros
     order by key`,
    [tx.accountId],
  );
  return rows;
};
