import type { CallEvent, CallState } from "@ccp/engine";

/**
 * Events that were appended together and are durable together, with their place in the journal. `line` is their JSON
 * (`toLine`) and `opened` the call that they amount to, when they are the first of it: where these are at hand, for to make them
 * takes long.
 */
export type JournalRecord = {
  sequence: number;
  events: readonly CallEvent[];
  line?: Buffer<ArrayBuffer>;
  opened?: CallState | undefined;
};

/** The write-ahead log of everything the live path acknowledges. */
export type Journal = {
  /**
   * Resolves with the record's sequence (1, 2, 3, …) once it is synced to disk; concurrent appends share a sync.
   * Rejects with JournalRefusedError at once when the disk refuses: the caller must then refuse the request,
   * never go on without a record. `line` is what `toLine` makes of the events, where the caller has it.
   */
  append(events: readonly CallEvent[], line?: Buffer<ArrayBuffer>): Promise<number>;
  /** Every durable record after `sequence`, in order. Read in batches, so it costs no more memory than a segment. */
  readAfter(sequence: number): AsyncIterable<JournalRecord>;
  /** Sequence of the last durable record; 0 when empty. */
  last(): number;
  /** True from a failed write until a probe of the disk succeeds; meanwhile every append rejects at once. */
  isRefusing(): boolean;
  /** Says that records up to `sequence` are booked and checkpointed: old segments may go after the retention time. */
  release(sequence: number): Promise<void>;
  close(): Promise<void>;
};
