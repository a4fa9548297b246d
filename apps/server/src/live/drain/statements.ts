// Plain texts, made once: they are hot, and unnamed so that a pooler may stand in between.

/**
 * Held until the transaction ends: whoever books for an account does so alone. So a fold never misses an event
 * that another transaction is about to commit, and within an account `booked_seq` grows in the order of commits.
 */
export const lockAccount = `select pg_advisory_xact_lock(hashtextextended('drain:' || $1::text, 0))`;

/**
 * What is booked of some calls ($2): their events and their transfers; and which of them, and of the numbers where some
 * of them arrived ($3), were taken away.
 */
export const loadBooked = `
select 'event' as kind, call_id, key, (extract(epoch from at) * 1000)::float8 as at, fact as content
from call_events where account_id = $1 and call_id = any ($2::uuid[])
union all
select 'transfer', call_id, idempotency_key, (extract(epoch from effective_at) * 1000)::float8,
  jsonb_build_object('kind', kind, 'debit', debit, 'credit', credit, 'amountMicros', amount_micros::text,
    'currency', currency, 'reversesKey', reverses_key)
from ledger_transfers where account_id = $1 and call_id = any ($2::uuid[])
union all
select 'tombstone', null, noun || ':' || noun_id, 0, null from demo_tombstones
where account_id = $1 and (noun, noun_id) in (
  select 'call', unnest($2::uuid[])::text union all select 'number', unnest($3::text[]))`;

/** Late words about a call that was taken away before anything of it was booked are to be known as such. */
export const buryCalls = `insert into demo_tombstones (account_id, noun, noun_id)
select $1::uuid, 'call', unnest($2::uuid[])::text on conflict do nothing`;

/** The columns of a call's row, with their types; times come as epoch ms, money as text. */
const callColumns = {
  carrier_call_ref: "text",
  campaign_id: "uuid",
  number_id: "bigint",
  publisher_id: "uuid",
  buyer_id: "bigint",
  target_id: "uuid",
  caller: "text",
  dialled: "text",
  status: "text",
  outcome: "text",
  attempts: "integer",
  arrived_at: "bigint",
  ended_at: "bigint",
  connected_seconds: "integer",
  converted: "boolean",
  is_duplicate: "boolean",
  currency: "text",
  revenue_micros: "bigint",
  payout_micros: "bigint",
  no_revenue_reason: "text",
  no_payout_reason: "text",
};

const columns = Object.keys(callColumns);
const types = Object.entries(callColumns).map(([name, type]) => `${name} ${type}`);
const values = columns.map((name) => (name.endsWith("_at") ? `to_timestamp(${name} / 1000.0)` : name));
const updates = [...columns, "booked_seq"].map((name) => `${name} = excluded.${name}`);

/**
 * Writes one account's batch: $1 account, $2 events as a `jsonb`'s own bytes, $3 calls, $4 transfers, $5 dials that rang at
 * agents, each a JSON array.
 * A transfer whose key is taken already stops the whole transaction: it would be other money under the same name.
 */
export const writeBooked = `
with event as (
  insert into call_events (account_id, call_id, key, at, fact)
  select $1::uuid, "callId", key, to_timestamp(at / 1000.0), fact
  from jsonb_to_recordset($2::jsonb) as e ("callId" uuid, key text, at bigint, fact jsonb)
  on conflict (account_id, call_id, key) do nothing
), booked as (
  insert into calls (account_id, id, ${columns.join(", ")})
  select $1::uuid, id, ${values.join(", ")}
  from jsonb_to_recordset($3::jsonb) as c (id uuid, ${types.join(", ")})
  on conflict (account_id, id) do update set ${updates.join(", ")}
  returning booked_seq
), transfer as (
  insert into ledger_transfers
    (account_id, txn_id, idempotency_key, kind, call_id, debit, credit, amount_micros, currency, reverses_key, effective_at)
  select $1::uuid, txn_id, idempotency_key, kind, call_id, debit, credit, amount_micros, currency, reverses_key,
    to_timestamp(effective_at / 1000.0)
  from jsonb_to_recordset($4::jsonb) as t (txn_id uuid, idempotency_key text, kind text, call_id uuid, debit text,
    credit text, amount_micros bigint, currency text, reverses_key text, effective_at bigint)
), rung as (
  insert into agent_calls (account_id, call_id, attempt, agent_id, outcome, dialled_at, connected_at, ended_at,
    connected_seconds, wrap_up_seconds)
  select $1::uuid, call_id, attempt, agent_id, outcome, to_timestamp(dialled_at / 1000.0),
    to_timestamp(connected_at / 1000.0), to_timestamp(ended_at / 1000.0), connected_seconds, wrap_up_seconds
  from jsonb_to_recordset($5::jsonb) as r (call_id uuid, attempt integer, agent_id uuid, outcome text,
    dialled_at bigint, connected_at bigint, ended_at bigint, connected_seconds integer, wrap_up_seconds integer)
  on conflict (account_id, call_id, attempt) do update set outcome = excluded.outcome,
    dialled_at = excluded.dialled_at, connected_at = excluded.connected_at, ended_at = excluded.ended_at,
    connected_seconds = excluded.connected_seconds, wrap_up_seconds = excluded.wrap_up_seconds
)
select pg_notify('booked', json_build_object('accountId', $1::uuid, 'bookedSeq', max(booked_seq))::text)
from booked having count(*) > 0`;
