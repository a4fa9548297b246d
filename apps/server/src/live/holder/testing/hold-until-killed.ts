import { findFileLock } from "#live/holder/file-lock.ts";

// A process that takes the lock of a file, says so, and keeps it until it is killed.

const [path = ""] = process.argv.slice(2);
const lock = findFileLock(path, "the process to be killed");
process.stdout.write(lock ? "held\n" : "refused\n");
process.stdin.resume();
