/**
 * The few synchronous file operations the journal stands on, so that tests can put a disk under it that loses power.
 * Each throws the system's error with its `code`.
 */
export type Files = {
  /** Creates the folder and its parents where they are missing. */
  makeDir: (dir: string) => void;
  /** Names of the files in the folder, in no order. */
  list: (dir: string) => string[];
  /** "create" empties an existing file; "update" and "read" want one. */
  open: (path: string, mode: "create" | "update" | "read") => number;
  size: (fd: number) => number;
  /** Fills `target` from `position` as far as the file goes; returns the number of bytes. */
  read: (fd: number, target: Buffer, position: number) => number;
  /** Writes all the bytes at `position`. */
  write: (fd: number, bytes: Buffer, position: number) => void;
  truncate: (fd: number, sizeBytes: number) => void;
  fdatasync: (fd: number) => void;
  close: (fd: number) => void;
  rename: (from: string, to: string) => void;
  unlink: (path: string) => void;
  /** Makes creations, renames and removals in the folder durable. */
  syncDir: (dir: string) => void;
};
