import { setImmediate as turnEnd } from "node:timers/promises";
import type { CallEvent } from "@ccp/engine";
import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import type { Journal } from "./journal.ts";
import { JournalRefusedError } from "./journal-errors.ts";
import type { Batch } from "./segment-writer.ts";
import { toLine } from "./to-line.ts";

export type GroupCommitOptions = {
  /** Sequence of the last durable record at the start. */
  last: number;
  /** Resolves when the batch is durable. */
  write: (batch: Batch) => Promise<void>;
  /** Resolves when the disk takes writes again. */
  probe: () => Promise<void>;
  clock: Clock;
  log: Log;
};

export type GroupCommit = {
  append: Journal["append"];
  last: () => number;
  isRefusing: () => boolean;
  /** Takes nothing more and resolves when what was taken is settled. */
  close: () => Promise<void>;
};

type Waiting = { line: Buffer; resolve: (sequence: number) => void; reject: (error: Error) => void };

const RECORDS_PER_BATCH = 1024;
const PROBE_INTERVAL_MS = 100;

const newline = "\n".charCodeAt(0);

/** In memory of its own, so that it can be given away to another thread. */
const joinLines = (batch: readonly Waiting[]): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.allocUnsafeSlow(batch.reduce((sum, { line }) => sum + line.length + 1, -1));
  let end = 0;
  for (const { line } of batch) {
    if (end > 0) bytes.writeUInt8(newline, end++);
    end += line.copy(bytes, end);
  }
  return bytes;
};

const toError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

/**
 * Collects appends until the event loop has taken in what is there, and while a sync is in flight, and sends all that
 * wait as one batch: no timer, so nothing waits when idle. After a failed write everything is refused at once until a probe succeeds.
 */
export const createGroupCommit = (options: GroupCommitOptions): GroupCommit => {
  const { write, probe, clock, log } = options;
  let { last } = options;
  let waiting: Waiting[] = [];
  let inFlight: Promise<void> | undefined;
  let refusal: JournalRefusedError | undefined;
  let isClosed = false;

  const probeUntilWell = (): void => {
    clock.setTimeout(async () => {
      if (isClosed) return;
      try {
        await probe();
        refusal = undefined;
        log.warn({ last }, "the journal takes records again");
      } catch {
        probeUntilWell();
      }
    }, PROBE_INTERVAL_MS);
  };

  const refuse = (cause: unknown, batch: Waiting[]): void => {
    refusal = new JournalRefusedError(toError(cause));
    log.error({ err: refusal, last }, "the journal refuses records");
    const refused = [...batch, ...waiting];
    waiting = [];
    for (const { reject } of refused) reject(refusal);
    probeUntilWell();
  };

  const settle = async (batch: Waiting[]): Promise<void> => {
    try {
      await write({ lines: joinLines(batch), count: batch.length, at: clock.now() });
    } catch (error) {
      refuse(error, batch);
      return;
    }
    const first = last + 1;
    last += batch.length;
    for (const [index, { resolve }] of batch.entries()) resolve(first + index);
  };

  const send = async (): Promise<void> => {
    while (waiting.length > 0) {
      await turnEnd();
      await settle(waiting.splice(0, RECORDS_PER_BATCH));
    }
    inFlight = undefined;
  };

  const append = (events: readonly CallEvent[], line = toLine(events)): Promise<number> => {
    if (isClosed) return Promise.reject(new JournalRefusedError(new Error("it is closed")));
    if (refusal) return Promise.reject(refusal);
    return new Promise((resolve, reject) => {
      waiting.push({ line, resolve, reject });
      inFlight ??= send();
    });
  };

  const close = async (): Promise<void> => {
    isClosed = true;
    await inFlight;
  };

  return { append, last: () => last, isRefusing: () => refusal !== undefined, close };
};
