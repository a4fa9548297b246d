import type { Snapshot, SnapshotEntry } from "#live/snapshot/snapshot.ts";

/** The port, kept in memory. */
export const createMemorySnapshot = (): Snapshot & { installs: string[] } => {
  const entries = new Map<string, SnapshotEntry>();
  const installs: string[] = [];
  return {
    installs,
    find: (accountId) => entries.get(accountId),
    findByCarrierRef: () => undefined,
    all: () => entries.values(),
    install: (entry) => {
      installs.push(entry.book.accountId);
      entries.set(entry.book.accountId, entry);
      return Promise.resolve();
    },
    remove: (accountId) => {
      entries.delete(accountId);
      return Promise.resolve();
    },
  };
};
