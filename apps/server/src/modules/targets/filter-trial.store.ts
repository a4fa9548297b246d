import { trialCallsMax } from "@ccp/contract";
import type { ArrivedFact } from "@ccp/engine";
import type { AccountTransaction } from "#db/transaction.ts";

/** The calls that came last, as they arrived. */
export const listArrivals = async (tx: AccountTransaction) => {
  const { rows } = await tx.query<{ at: Date; fact: ArrivedFact }>(
    `select calls.arrived_at as at, events.fact
     from (select id, arrived_at from calls where account_id = $1 order by arrived_at desc limit $2) calls
     join call_events events
       on events.account_id = $1 and events.call_id = calls.id and events.key = 'arrived'`,
    [tx.accountId, trialCallsMax],
  );
  return rows.map(({ at, fact }) => ({ at: at.getTime(), fact }));
};

export const readZone = async (tx: AccountTransaction): Promise<string> => {
  const { rows } = await tx.query<{ time_zone: string }>(
    "select time_zone from accounts where account_id = $1",
    [tx.accountId],
  );
  return rows[0]?.time_zone ?? "UTC";
};
