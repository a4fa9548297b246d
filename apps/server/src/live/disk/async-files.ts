import fs from "node:fs/promises";
import { nodeFiles } from "./node-files.ts";

/** File operations for whole files, off the event loop. Each rejects with the system's error. */
export type AsyncFiles = {
  makeDir: (dir: string) => Promise<void>;
  list: (dir: string) => Promise<string[]>;
  read: (path: string) => Promise<Buffer>;
  /** Asks for each piece when the one before is written. Resolves when all are durable; the name is not before `syncDir`. */
  writeSynced: (path: string, pieces: Iterable<Buffer>) => Promise<void>;
  rename: (from: string, to: string) => Promise<void>;
  unlink: (path: string) => Promise<void>;
  syncDir: (dir: string) => Promise<void>;
};

/** The machine's files. */
export const asyncNodeFiles: AsyncFiles = {
  makeDir: async (dir) => {
    nodeFiles.makeDir(dir);
  },
  list: (dir) => fs.readdir(dir),
  read: (path) => fs.readFile(path),
  writeSynced: async (path, pieces) => {
    const handle = await fs.open(path, "w", 0o600);
    try {
      for (const piece of pieces) await handle.writeFile(piece);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  },
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  syncDir: async (dir) => {
    // Windows has no handle on a folder to sync and orders its directory entries itself.
    if (process.platform === "win32") return;
    const handle = await fs.open(dir, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
};
