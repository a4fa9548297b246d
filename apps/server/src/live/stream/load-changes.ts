import type { DatabasePool } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";

/** A call that was booked, with the `booked_seq` it got. */
export type Change = { id: string; seq: number };

/** Ids in one message; whoever missed more asks the API for what was booked since its watermark anyway. */
const changesMax = 200;

const selectChanges = `
select id, booked_seq::float8 as seq from calls
where account_id = $1 and booked_seq > $2 order by booked_seq desc limit ${changesMax}`;

/**
 * The latest changed calls, oldest first. Nothing is missed below the newest: the drain takes `booked_seq` under
 * the account's lock, so what is visible has no gaps that fill later.
 */
export const loadChanges = (pool: DatabasePool, accountId: string, sinceSeq: number): Promise<Change[]> =>
  withAccount(pool, accountId, async (tx) => {
    const { rows } = await tx.query<Change>(selectChanges, [accountId, sinceSeq]);
    return rows.reverse();
  });
