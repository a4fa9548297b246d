import type { CarrierAccountEntry, SnapshotEntry } from "./snapshot.ts";
import { SnapshotRefusedError } from "./snapshot-refused-error.ts";

const toKey = (carrier: string, accountRef: string): string => `${carrier}:${accountRef}`;

const toKeys = (entry: SnapshotEntry): string[] =>
  entry.carrierAccounts.map(({ carrier, accountRef }) => toKey(carrier, accountRef));

/** Which account a carrier's ref belongs to: one at most, since the ref chooses the token that verifies a webhook. */
export const createCarrierIndex = () => {
  const owners = new Map<string, string>();

  return {
    find: (carrier: CarrierAccountEntry["carrier"], accountRef: string): string | undefined =>
      owners.get(toKey(carrier, accountRef)),

    /** Takes the entry's refs and returns how to give the new ones back. Throws when another account has one of them. */
    claim: (entry: SnapshotEntry): (() => void) => {
      const { accountId } = entry.book;
      const keys = toKeys(entry);
      const taken = keys.find((key) => (owners.get(key) ?? accountId) !== accountId);
      if (taken !== undefined)
        throw new SnapshotRefusedError(
          accountId,
          "carrier-taken",
          `another account has the carrier account ${taken}.`,
        );
      const fresh = keys.filter((key) => !owners.has(key));
      for (const key of fresh) owners.set(key, accountId);
      return () => {
        for (const key of fresh) owners.delete(key);
      };
    },

    /** Gives back the refs of `before` that `after` no longer has. */
    drop: (before: SnapshotEntry, after?: SnapshotEntry): void => {
      const still = new Set(after ? toKeys(after) : []);
      for (const key of toKeys(before)) if (!still.has(key)) owners.delete(key);
    },
  };
};
