// The package brings no types; whoever checks this file from another workspace must find ours.
/// <reference path="./fs-native-extensions.d.ts" />
import fs from "node:fs";
import { tryLock } from "fs-native-extensions";

export type FileLock = { release: () => void };

/**
 * Takes the file's lock, or returns undefined while somebody has it. The lock belongs to the open file, so the system
 * frees it however the process ends, and no process number is ever taken for that of a dead one. The file itself stays:
 * removing it would let two processes lock two files of one name.
 */
export const findFileLock = (path: string, note: string): FileLock | undefined => {
  const fd = fs.openSync(path, "a+", 0o600);
  try {
    if (tryLock(fd)) {
      fs.ftruncateSync(fd);
      fs.writeSync(fd, note);
      return {
        release: () => {
          fs.closeSync(fd);
        },
      };
    }
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
  fs.closeSync(fd);
  return undefined;
};
