import type { CallEvent } from "@ccp/engine";
import type { Logger } from "pino";
import type { DatabasePool } from "#db/client.ts";
import { withAccount } from "#db/transaction.ts";
import { bookEvents, type ToldCalls } from "./book-events.ts";
import { isUnbookable, quarantine } from "./quarantine.ts";

/**
 * Books one account's events in one transaction. Where one of them cannot be booked, halves find it:
 * it is quarantined with an alarm and all others are booked. Rejects only on trouble that passes,
 * and may then be repeated as a whole.
 */
export const bookOrQuarantine = async (
  deps: { pool: DatabasePool; log: Logger },
  accountId: string,
  events: readonly CallEvent[],
  told?: ToldCalls,
): Promise<void> => {
  const { pool, log } = deps;
  try {
    await withAccount(pool, accountId, (tx) => bookEvents(tx, events, told));
  } catch (error) {
    if (!isUnbookable(error)) throw error;
    const [first, ...others] = events;
    if (first === undefined) return;
    if (others.length === 0) {
      await quarantine(pool, first, error);
      log.error({ err: error, accountId, callId: first.callId, key: first.key }, "event quarantined");
      return;
    }
    const middle = events.length >> 1;
    await bookOrQuarantine(deps, accountId, events.slice(0, middle));
    await bookOrQuarantine(deps, accountId, events.slice(middle));
  }
};
