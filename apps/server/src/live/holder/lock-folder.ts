import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "#clock.ts";
import type { Log } from "#live/disk/log.ts";
import { nodeFiles } from "#live/disk/node-files.ts";
import type { Claimant } from "./epoch.ts";
import { type FileLock, findFileLock } from "./file-lock.ts";

export type LockOptions = {
  /** DATA_DIR: one process at a time may hold it. */
  dir: string;
  /** Names this server to people. */
  name: string;
  clock: Clock;
  log: Log;
  /** Gives up waiting. */
  signal: AbortSignal;
};

/** The data folder is this process's alone, from which it may claim the live state. */
export type FolderLock = {
  claimant: Claimant;
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

const findText = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Nothing is there, or the system locks the content as well.
    return undefined;
  }
};

/** The folder's own name, the same at each start. Losing it costs the next start a wait of 10 seconds. */
const readFolderId = (dir: string): string => {
  const path = join(dir, "holder.id");
  const found = findText(path);
  if (found !== undefined && found !== "") return found;
  const made = randomUUID();
  writeFileSync(path, made, { mode: 0o600 });
  return made;
};

const insistOnLock = async (
  path: string,
  note: string,
  { clock, log, signal }: LockOptions,
): Promise<FileLock> => {
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    const lock = findFileLock(path, note);
    if (lock) return lock;
    const holder = findText(path) ?? "another process";
    if (tries === 0) log.warn({ path, holder }, "waiting for the holder of the data folder");
    await wait(clock, RETRY_MS, signal);
  }
};

/** Resolves when no other process has the data folder any more; until then nothing in it may be looked at. */
export const lockFolder = async (options: LockOptions): Promise<FolderLock> => {
  const { dir, name, clock } = options;
  nodeFiles.makeDir(dir);
  const holder = `${name}, process ${process.pid}, since ${new Date(clock.now()).toISOString()}`;
  const lock = await insistOnLock(join(dir, "holder.lock"), holder, options);
  return {
    claimant: { holder: `${holder}, ${randomUUID()}`, folder: readFolderId(dir) },
    release: lock.release,
  };
};
