import type { SealingKey } from "#sealing.ts";
import type { Batch } from "./segment-writer.ts";

/** What the journal's thread is started with. */
export type JournalWorkerData = { dir: string; keys: readonly SealingKey[]; segmentBytes: number };

export type JournalRequest =
  | { kind: "write"; batch: Batch }
  | { kind: "probe" }
  | { kind: "release"; sequence: number; before: number }
  | { kind: "close" };

/** Told once at the start, then one for each request, in order. `last` is the last durable sequence. */
export type JournalReply = { kind: "done"; last: number } | { kind: "failed"; error: Error };
