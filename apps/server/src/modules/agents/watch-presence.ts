import type { Logger } from "pino";
import type { Clock } from "#clock.ts";
import type { DatabasePool } from "#db/client.ts";
import { listen } from "#db/listen.ts";
import { withAccount, withDirectory } from "#db/transaction.ts";
import type { Capacity } from "#live/capacity/capacity.ts";
import { listAccountIds, selectSaid } from "./presence.store.ts";
import { tellPresence } from "./tell-presence.ts";

export type WatchPresenceOptions = {
  directUrl: string;
  pool: DatabasePool;
  capacity: Pick<Capacity, "note">;
  clock: Clock;
  log: Logger;
  /** Told of each account of whose agents somebody said something, once the live path knows. */
  onSaid: (accountId: string) => void;
};

/**
 * Brings what people said of agents to the live path: at once by NOTIFY, and all of it at each connection, because what
 * was sent meanwhile is lost. In between and across restarts the live path has it in its own checkpoint.
 */
export const watchPresence = (options: WatchPresenceOptions): { stop(): Promise<void> } => {
  const { directUrl, pool, capacity, clock, log, onSaid } = options;

  const refresh = async (accountId: string): Promise<void> => {
    try {
      await tellPresence(capacity, accountId, await withAccount(pool, accountId, selectSaid));
    } catch (error) {
      log.error({ err: error, accountId }, "the presence of agents was not read");
    }
  };

  const refreshAll = async (): Promise<void> => {
    try {
      for (const accountId of await withDirectory(pool, listAccountIds)) await refresh(accountId);
    } catch (error) {
      log.error({ err: error }, "the presence of agents was not read");
    }
  };

  return listen({
    directUrl,
    channel: "agents",
    clock,
    log,
    onMessage: (accountId) => void refresh(accountId).then(() => onSaid(accountId)),
    onConnected: () => void refreshAll(),
  });
};
