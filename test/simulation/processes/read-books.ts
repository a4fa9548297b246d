import { withAccount } from "@ccp/server/db/transaction.ts";
import type { Pools } from "@ccp/server/db/client.ts";

export type BookedCall = {
  id: string;
  carrierCallRef: string;
  status: string;
  outcome: string | null;
  targetPhone: string | null;
  connectedSeconds: number | null;
  revenueMicros: bigint;
  payoutMicros: bigint;
};

export type BookedEvent = { callId: string; key: string; dialled: string | null };

type BookedTransfer = { callId: string; debit: string; credit: string; micros: bigint };

/** All that PostgreSQL holds of an account's calls. */
export type Books = {
  calls: readonly BookedCall[];
  events: readonly BookedEvent[];
  transfers: readonly BookedTransfer[];
  quarantined: number;
};

const toMicros = (row: Record<string, string>): bigint => BigInt(row["micros"] ?? 0);

export const readBooks = (pools: Pools, accountId: string): Promise<Books> =>
  withAccount(pools.app, accountId, async (tx) => {
    const calls = await tx.query<BookedCall & Record<"revenueMicros" | "payoutMicros", string>>(
      `select c.id, carrier_call_ref as "carrierCallRef", c.status, outcome, t.destination as "targetPhone",
         connected_seconds as "connectedSeconds", c.revenue_micros as "revenueMicros",
         payout_micros as "payoutMicros"
       from calls c left join targets t on t.account_id = c.account_id and t.id = c.target_id`,
    );
    const events = await tx.query<BookedEvent>(
      `select call_id as "callId", key, fact -> 'choice' -> 'destination' ->> 'address' as dialled
       from call_events order by key`,
    );
    const transfers = await tx.query<Record<"callId" | "debit" | "credit" | "micros", string>>(
      `select call_id as "callId", debit, credit, amount_micros as micros from ledger_transfers`,
    );
    const quarantined = await tx.query<{ count: number }>(
      "select count(*)::int as count from quarantined_events",
    );
    return {
      calls: calls.rows.map((row) => ({
        ...row,
        revenueMicros: BigInt(row.revenueMicros),
        payoutMicros: BigInt(row.payoutMicros),
      })),
      events: events.rows,
      transfers: transfers.rows.map((row) => ({ ...row, micros: toMicros(row) })),
      quarantined: quarantined.rows[0]?.count ?? 0,
    };
  });
