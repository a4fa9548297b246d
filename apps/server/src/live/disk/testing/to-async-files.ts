import type { AsyncFiles } from "#live/disk/async-files.ts";
import type { Files } from "#live/disk/files.ts";

/** The same disk behind promises. */
export const toAsyncFiles = (files: Files): AsyncFiles => ({
  makeDir: async (dir) => {
    files.makeDir(dir);
  },
  list: async (dir) => files.list(dir),
  read: async (path) => {
    const fd = files.open(path, "read");
    const bytes = Buffer.alloc(files.size(fd));
    files.read(fd, bytes, 0);
    files.close(fd);
    return bytes;
  },
  writeSynced: async (path, pieces) => {
    const fd = files.open(path, "create");
    for (const piece of pieces) files.write(fd, piece, files.size(fd));
    files.fdatasync(fd);
    files.close(fd);
  },
  rename: async (from, to) => {
    files.rename(from, to);
  },
  unlink: async (path) => {
    files.unlink(path);
  },
  syncDir: async (dir) => {
    files.syncDir(dir);
  },
});
