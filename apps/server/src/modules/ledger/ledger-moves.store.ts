import type { LedgerEntry, LedgerStart } from "#live/capacity/balance-table.ts";
import type { AccountTransaction } from "#db/transaction.ts";
import { toPartyAccount } from "@ccp/engine";

type Asked = { buyerIds: readonly number[]; currency: string };

const toAccounts = (buyerIds: readonly number[]): string[] =>
  buyerIds.map((id) => toPartyAccount({ kind: "buyer", id }));

/** The newest transfer of the account; 0 where there is none. */
export const findLastTransfer = async (tx: AccountTransaction): Promise<number> => {
  const { rows } = await tx.query<{ id: string | null }>(
    "select max(id) as id from ledger_transfers where account_id = $1",
    [tx.accountId],
  );
  return Number(rows[0]?.id ?? 0);
};

const sumOf = `sum(case when credit = party then amount_micros else -amount_micros end)`;

const selectBalances = `
select party, ${sumOf}::text as micros
from unnest($2::text[]) as asked (party)
join ledger_transfers on account_id = $1 and id <= $3 and currency = $4
  and ((debit = party and debit <> 'margin') or (credit = party and credit <> 'margin'))
group by party`;

const selectRevenues = `
select party, call_id, ${sumOf}::text as micros
from unnest($2::text[]) as asked (party)
join ledger_transfers on account_id = $1 and id <= $3 and currency = $4 and call_id = any ($5::uuid[])
  and kind = 'revenue' and party in (debit, credit)
group by party, call_id`;

type BalanceRow = { party: string; micros: string };
type RevenueRow = BalanceRow & { call_id: string };

/** Buyers' balances as of a transfer, and how much of them is revenue of these calls. */
export const readStarts = async (
  tx: AccountTransaction,
  { buyerIds, currency }: Asked,
  { through, callIds }: { through: number; callIds: readonly string[] },
): Promise<LedgerStart[]> => {
  const values = [tx.accountId, toAccounts(buyerIds), through, currency];
  const { rows: balances } = await tx.query<BalanceRow>(selectBalances, values);
  const { rows: revenues } = await tx.query<RevenueRow>(selectRevenues, [...values, callIds]);
  return buyerIds.map((buyerId) => {
    const account = toPartyAccount({ kind: "buyer", id: buyerId });
    const own = revenues.filter(({ party }) => party === account);
    return {
      buyerId,
      through,
      micros: BigInt(balances.find(({ party }) => party === account)?.micros ?? 0),
      calls: new Map(own.map(({ call_id: callId, micros }) => [callId, -BigInt(micros)])),
    };
  });
};

// Read by id, so that it costs what is new and not what was ever booked.
const selectMoves = `
with fresh as materialized (
  select id, kind, call_id, debit, credit, amount_micros from ledger_transfers
  where account_id = $1 and id > $2 and id <= $3 and currency = $4
)
select id, party, case when kind = 'revenue' then call_id end as call_id,
  (case when credit = party then amount_micros else -amount_micros end)::text as micros
from fresh join unnest($5::text[]) as asked (party) on party in (debit, credit)
order by id`;

type MoveRow = { id: string; party: string; call_id: string | null; micros: string };

/** What moved these buyers' money after one transfer of the account up to another. */
export const readMoves = async (
  tx: AccountTransaction,
  { buyerIds, currency }: Asked,
  { after, through }: { after: number; through: number },
): Promise<LedgerEntry[]> => {
  const byAccount = new Map(buyerIds.map((id) => [toPartyAccount({ kind: "buyer", id }), id]));
  const values = [tx.accountId, after, through, currency, [...byAccount.keys()]];
  const { rows } = await tx.query<MoveRow>(selectMoves, values);
  return rows.map(({ id, party, call_id: callId, micros }) => ({
    id: Number(id),
    buyerId: byAccount.get(party) ?? 0,
    callId,
    micros: BigInt(micros),
  }));
};
