import fs from "node:fs";
import { dirname, resolve } from "node:path";
import type { Files } from "./files.ts";

const flags = { create: "w+", update: "r+", read: "r" } as const;

const read = (fd: number, target: Buffer, position: number): number => {
  let done = 0;
  while (done < target.length) {
    const count = fs.readSync(fd, target, done, target.length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
};

const write = (fd: number, bytes: Buffer, position: number): void => {
  let done = 0;
  while (done < bytes.length) done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done);
};

const syncDir = (dir: string): void => {
  // Windows has no handle on a folder to sync and orders its directory entries itself.
  if (process.platform === "win32") return;
  const fd = fs.openSync(dir, "r");
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
};

const makeDir = (dir: string): void => {
  const topmost = fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  // A new folder is as lost as a new file while its name in the parent is not durable.
  for (let made = resolve(dir); made !== dirname(resolve(topmost)); made = dirname(made))
    syncDir(dirname(made));
};

/** The machine's files. */
export const nodeFiles: Files = {
  makeDir,
  list: (dir) => fs.readdirSync(dir),
  open: (path, mode) => fs.openSync(path, flags[mode], 0o600),
  size: (fd) => fs.fstatSync(fd).size,
  read,
  write,
  truncate: (fd, sizeBytes) => {
    fs.ftruncateSync(fd, sizeBytes);
  },
  fdatasync: (fd) => {
    fs.fdatasyncSync(fd);
  },
  close: (fd) => {
    fs.closeSync(fd);
  },
  rename: (from, to) => {
    fs.renameSync(from, to);
  },
  unlink: (path) => {
    fs.unlinkSync(path);
  },
  syncDir,
};
