import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import { nodeFiles } from "#live/disk/node-files.ts";
import { type SealingKey, createSealer } from "#sealing.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Journal } from "./journal.ts";
import { createJournalReader } from "./journal-reader.ts";
import { startJournalThread } from "./journal-thread.ts";

export type JournalOptions = {
  /** The journal's own folder; created where it is missing. */
  dir: string;
  keys: readonly SealingKey[];
  /** The bundled `journal-worker`. */
  workerUrl: URL;
  clock: Clock;
  log: Log;
  segmentBytes?: number;
  /** Told when the journal's thread has ended unasked: this journal takes nothing any more. */
  onGone?: (cause: Error) => void;
};

const SEGMENT_BYTES = 64 * 1024 * 1024;
const RETENTION_MS = 72 * 3_600_000;

/**
 * Opens the journal and recovers it: an unfinished last write is cut off.
 * Rejects when synced bytes no longer read (naming file and byte), or when a newer release wrote the journal.
 */
export const openJournal = async (options: JournalOptions): Promise<Journal> => {
  const { dir, keys, workerUrl, clock, log, segmentBytes = SEGMENT_BYTES } = options;
  const thread = await startJournalThread(workerUrl, { dir, keys, segmentBytes }, options.onGone);
  const commit = createGroupCommit({
    last: thread.last,
    write: (batch) => thread.request({ kind: "write", batch }),
    probe: () => thread.request({ kind: "probe" }),
    clock,
    log,
  });
  const sealer = createSealer(keys);

  return {
    append: commit.append,
    readAfter: createJournalReader({ files: nodeFiles, dir, sealer, log, last: commit.last }),
    last: commit.last,
    isRefusing: commit.isRefusing,
    release: (sequence) => thread.request({ kind: "release", sequence, before: clock.now() - RETENTION_MS }),
    close: async () => {
      await commit.close();
      await thread.request({ kind: "close" });
    },
  };
};
