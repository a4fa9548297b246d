import type { Logger } from "pino";
import { createProvision } from "#carriers/simulator/provision.ts";
import type { Clock, Timer } from "#clock.ts";
import type { Env } from "#env.ts";
import type { Snapshot, SnapshotEntry } from "#live/snapshot/snapshot.ts";

const retryMs = 500;

/** Tells the simulated carrier of every number in the snapshot, now and whenever a book is installed. */
export const linkSimulator = (env: Env, snapshot: Snapshot, clock: Clock, log: Logger) => {
  const provision = createProvision({ simulatorUrl: env.simulatorUrl, publicUrl: env.publicUrl });
  const retries = new Map<string, Timer>();
  let isStopped = false;

  const tell = async ({ book, carrierAccounts }: SnapshotEntry): Promise<void> => {
    for (const { id, carrier, accountRef, authTokens } of carrierAccounts) {
      if (carrier !== "simulator") continue;
      const ownPrefix = `${id}:`;
      const numbers = Object.keys(book.numbers)
        .filter((key) => key.startsWith(ownPrefix))
        .map((key) => key.slice(ownPrefix.length));
      await provision({ accountRef, authToken: authTokens[0] ?? "", numbers });
    }
  };

  const keepTelling = async (accountId: string): Promise<void> => {
    const entry = snapshot.find(accountId);
    if (entry === undefined || isStopped) return;
    try {
      await tell(entry);
    } catch (error) {
      log.debug({ err: error }, "the simulated carrier was not told yet");
      if (!isStopped)
        retries.set(
          accountId,
          clock.setTimeout(() => keepTelling(accountId), retryMs),
        );
    }
  };

  return {
    start: async (): Promise<void> => {
      await Promise.all([...snapshot.all()].map(({ book }) => keepTelling(book.accountId)));
    },
    /** The snapshot, telling the simulator of each installed book. */
    snapshot: {
      ...snapshot,
      install: async (entry, options) => {
        await snapshot.install(entry, options);
        await keepTelling(entry.book.accountId);
      },
    } satisfies Snapshot,
    stop: (): void => {
      isStopped = true;
      for (const timer of retries.values()) clock.clearTimeout(timer);
    },
  };
};
