import type { CallEvent } from "@ccp/engine";
import { DatabaseError } from "pg";
import type { DatabasePool } from "#db/client.ts";
import { type AccountTransaction, withAccount } from "#db/transaction.ts";
import { bookEvents, UnbookableError } from "./book-events.ts";
import { lockAccount } from "./statements.ts";

/** SQLSTATE classes that blame the data: cardinality, data exception, integrity, program limit. */
const dataFaults = new Set(["21", "22", "23", "54"]);

/** Whether booking failed because of the event itself; everything else is trouble that passes. */
export const isUnbookable = (error: unknown): boolean =>
  error instanceof UnbookableError ||
  (error instanceof DatabaseError && dataFaults.has(error.code?.slice(0, 2) ?? ""));

// The event is kept as its exact text, because what jsonb refuses has to be kept too.
const insertQuarantined = `
insert into quarantined_events (account_id, event, error)
select $1::uuid, to_jsonb($2::text), $3
where not exists (select 1 from quarantined_events where account_id = $1::uuid and event = to_jsonb($2::text))`;

/** Sets an event aside with its error; once, however often it is tried. */
export const quarantine = (pool: DatabasePool, event: CallEvent, error: unknown): Promise<void> =>
  withAccount(pool, event.accountId, async (tx) => {
    await tx.query(lockAccount, [event.accountId]);
    await tx.query(insertQuarantined, [event.accountId, JSON.stringify(event), toMessage(error)]);
  });

const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Books a quarantined event of the transaction's account after all, once the reason is gone; false when there is no
 * such event waiting. Rejects when it still cannot be booked: the transaction must then be rolled back.
 */
export const replayQuarantined = async (tx: AccountTransaction, id: number): Promise<boolean> => {
  const { rows } = await tx.query<{ event: string }>(
    `update quarantined_events set replayed_at = now()
     where account_id = $1 and id = $2 and replayed_at is null returning event`,
    [tx.accountId, id],
  );
  const [found] = rows;
  if (found === undefined) return false;
  await bookEvents(tx, [JSON.parse(found.event) as CallEvent]);
  return true;
};
