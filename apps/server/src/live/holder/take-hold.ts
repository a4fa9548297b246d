import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import { nodeFiles } from "#live/disk/node-files.ts";
import type { Epochs } from "./epoch.ts";
import { type FileLock, findFileLock } from "./file-lock.ts";
import { watchEpoch } from "./watch-epoch.ts";

export type HoldOptions = {
  /** DATA_DIR: one process at a time may hold it. */
  dir: string;
  /** Names this process in the lock file and in the epoch's row. */
  name: string;
  epochs: Epochs;
  clock: Clock;
  log: Log;
  /** Gives up waiting. */
  signal: AbortSignal;
};

/** The right to keep the live state and to acknowledge. */
export type Hold = {
  /** Aborted for good when another process has taken a later epoch: nothing may be acknowledged from then on. */
  lost: AbortSignal;
  /** Undefined until PostgreSQL could be asked. */
  epoch: () => number | undefined;
  /** Lets the next process in; everything must be drained and closed before. */
  release: () => void;
};

const RETRY_MS = 200;

const wait = (clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clock.clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = clock.setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, delayMs);
    signal.addEventListener("abort", stop, { once: true });
  });

const describeHolder = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Some systems lock the content as well.
    return "another process";
  }
};

const lockFile = async ({ dir, name, clock, log, signal }: HoldOptions): Promise<FileLock> => {
  nodeFiles.makeDir(dir);
  const path = join(dir, "holder.lock");
  const note = `${name}, process ${process.pid}, since ${new Date(clock.now()).toISOString()}`;
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    const lock = findFileLock(path, note);
    if (lock) return lock;
    if (tries === 0)
      log.warn({ dir, holder: describeHolder(path) }, "waiting for the holder of the data folder");
    await wait(clock, RETRY_MS, signal);
  }
};

/**
 * Resolves when this process is the one that holds the data folder; until then it is not ready.
 * PostgreSQL need not answer: the folder's lock suffices, and the epoch is taken as soon as it does.
 */
export const takeHold = async (options: HoldOptions): Promise<Hold> => {
  const lock = await lockFile(options);
  const watch = await watchEpoch(options);
  return {
    lost: watch.lost,
    epoch: watch.epoch,
    release: () => {
      watch.stop();
      lock.release();
    },
  };
};
