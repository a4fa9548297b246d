import type { Log } from "#live/disk/log.ts";
import type { LiveCheckpoint } from "#live/live.ts";
import type { RetiredKeys } from "./retired-keys.ts";

/** What a checkpoint holds. */
export type Kept = {
  live: LiveCheckpoint;
  /** Everything up to this place in the journal is booked. */
  drained: number;
  retiredKeys?: RetiredKeys;
};

/** Where to begin. */
export type Beginning = { live: LiveCheckpoint | null; drained: number; isJournalShorter: boolean };

/**
 * A journal that ends before what the checkpoint says of it is another journal, or lost its end: its places mean
 * nothing then, so that everything begins anew; booking a record again changes nothing.
 */
export const toBeginning = (kept: Kept | undefined, journalLast: number, log: Log): Beginning => {
  if (kept === undefined) return { live: null, drained: 0, isJournalShorter: false };
  const { live, drained } = kept;
  if (live.sequence <= journalLast && drained <= journalLast)
    return { live, drained, isJournalShorter: false };
  log.error(
    { checkpoint: live.sequence, drained, journal: journalLast },
    "the journal was lost or shortened: the live state begins anew from what the journal holds",
  );
  return { live: null, drained: 0, isJournalShorter: true };
};
