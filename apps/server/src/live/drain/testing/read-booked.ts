import type { DatabasePool } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";

/** All that is booked of an account, but for what depends on when and in which order it was: ids, times of recording. */
export const readBooked = (pool: DatabasePool, accountId: string) =>
  withAccount(pool, accountId, async (tx) => {
    const read = async (text: string): Promise<Record<string, unknown>[]> => (await tx.query(text)).rows;
    return {
      events: await read("select call_id, key, at, fact from call_events order by call_id, key"),
      calls: await read("select to_jsonb(c) - 'booked_seq' as row from calls c order by id"),
      net: await read(
        `select call_id, debit, credit, currency, sum(amount_micros) as micros from (
           select call_id, debit, credit, currency, amount_micros from ledger_transfers where reverses_key is null
           union all
           select call_id, credit, debit, currency, -amount_micros from ledger_transfers where reverses_key is not null
         ) t group by 1, 2, 3, 4 having sum(amount_micros) <> 0 order by 1, 2, 3`,
      ),
      quarantined: await read("select event, error, replayed_at from quarantined_events order by id"),
    };
  });
