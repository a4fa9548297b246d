import type { Response } from "express";
import type { z } from "zod";
import type { Clock, Timer } from "#clock.ts";
import type { Streaming } from "./implementation.ts";

const heartbeatMs = 15_000;

/** A stream is ended after this long; the browser opens it anew and has to show its session or key again. */
const streamMaxMs = 10 * 60_000;

/** A reader that leaves this much unread is cut off, and catches up by its watermark when it is back. */
const unreadBytesMax = 256 * 1024;

/** Runs a stream's work until the reader leaves, falls behind or may not read on, or the time is up. */
export const sendEvents = async (
  response: Response,
  work: Streaming<unknown>,
  { clock, schema, isAllowed }: { clock: Clock; schema: z.ZodType; isAllowed: () => Promise<boolean> },
): Promise<void> => {
  // Who left while it was found out who asks gives no further sign of it.
  if (response.destroyed) return;
  const abort = new AbortController();
  response.on("close", () => abort.abort());
  const write = (text: string): void => {
    if (abort.signal.aborted) return;
    response.write(text);
    if (response.writableLength > unreadBytesMax) abort.abort();
  };
  response.setHeader("Content-Type", "text/event-stream");
  response.setHeader("Cache-Control", "no-store, no-transform");
  response.setHeader("X-Accel-Buffering", "no");
  write("retry: 2000\n\n");
  let heartbeat: Timer;
  const beat = async (): Promise<void> => {
    write(": still here\n\n");
    heartbeat = clock.setTimeout(beat, heartbeatMs);
    if (!(await isAllowed())) abort.abort();
  };
  heartbeat = clock.setTimeout(beat, heartbeatMs);
  const end = clock.setTimeout(() => abort.abort(), streamMaxMs);
  try {
    await work((message) => write(`data: ${JSON.stringify(schema.parse(message))}\n\n`), abort.signal);
  } finally {
    clock.clearTimeout(heartbeat);
    clock.clearTimeout(end);
  }
  response.end();
};
