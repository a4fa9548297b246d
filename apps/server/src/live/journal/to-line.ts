import type { CallEvent } from "@ccp/engine";

/** A record's events as the journal keeps them: JSON in one line, in bytes, which the garbage collector need not move. */
export const toLine = (events: readonly CallEvent[]): Buffer<ArrayBuffer> =>
  Buffer.from(JSON.stringify(events));
