import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { type SealedFolderOptions, openSealedFolder } from "#live/disk/sealed-folder.ts";
import { createQueues } from "#live/disk/queues.ts";
import { blocksOf } from "./blocks-of.ts";
import { prepareLists } from "./lists-of.ts";
import { createCarrierIndex } from "./carrier-index.ts";
import { refuseShrinkage } from "./refuse-shrinkage.ts";
import { toParts } from "./to-parts.ts";
import type { InstallOptions, Snapshot, SnapshotEntry } from "./snapshot.ts";

/** The digest of its text is kept so that an entry that changes nothing costs no write. */
type Kept = { entry: SnapshotEntry; digest: string };

const toDigest = (text: Buffer): string => createHash("sha256").update(text).digest("base64");

/** The entry's parts and the digest of them all; others get their turn between two parts. */
const writeOut = async (entry: SnapshotEntry): Promise<{ parts: Buffer[]; digest: string }> => {
  const parts: Buffer[] = [];
  const hash = createHash("sha256");
  for (const part of toParts(entry)) {
    if (parts.length > 0) await setImmediate();
    hash.update(part);
    parts.push(part);
  }
  return { parts, digest: hash.digest("base64") };
};

/**
 * Opens the snapshot with what its folder holds, so that calls are routed before the database is reached.
 * An install is durable before it is seen. It costs the same however many accounts there are.
 */
export const openSnapshot = async (options: SealedFolderOptions): Promise<Snapshot> => {
  const { found, save, remove: erase } = await openSealedFolder(options);
  const kept = new Map<string, Kept>();
  const carriers = createCarrierIndex();
  for (const [accountId, text] of found) {
    const entry = JSON.parse(text.toString("utf8")) as SnapshotEntry;
    try {
      carriers.claim(entry);
      blocksOf(entry);
      prepareLists(entry);
      kept.set(accountId, { entry, digest: toDigest(text) });
    } catch (err) {
      // Only a generation that stands in for a damaged one can clash; the database will bring the present one.
      options.log.error({ accountId, err }, "an account's book from the disk is left out");
    }
  }

  const install = async (entry: SnapshotEntry, { confirmed }: InstallOptions): Promise<void> => {
    const { accountId, revision } = entry.book;
    const { parts, digest } = await writeOut(entry);
    const before = kept.get(accountId);
    if (before && (revision < before.entry.book.revision || digest === before.digest)) return;
    if (before && !confirmed) refuseShrinkage(before.entry.book, entry.book);
    const unclaim = carriers.claim(entry);
    try {
      await save(accountId, parts);
    } catch (error) {
      unclaim();
      throw error;
    }
    // Compiled here, so that no call waits for it.
    blocksOf(entry);
    prepareLists(entry);
    kept.set(accountId, { entry, digest });
    if (before) carriers.drop(before.entry, entry);
  };

  const remove = async (accountId: string): Promise<void> => {
    await erase(accountId);
    const before = kept.get(accountId);
    kept.delete(accountId);
    if (before) carriers.drop(before.entry);
  };

  const enqueue = createQueues();
  return {
    find: (accountId) => kept.get(accountId)?.entry,
    findByCarrierRef: (carrier, accountRef) => {
      const entry = kept.get(carriers.find(carrier, accountRef) ?? "")?.entry;
      const carrierAccount = entry?.carrierAccounts.find(
        (candidate) => candidate.carrier === carrier && candidate.accountRef === accountRef,
      );
      return entry && carrierAccount && { entry, carrierAccount };
    },
    all: () => [...kept.values()].map(({ entry }) => entry),
    install: (entry, how = { confirmed: false }) => enqueue(entry.book.accountId, () => install(entry, how)),
    remove: (accountId) => enqueue(accountId, () => remove(accountId)),
  };
};
