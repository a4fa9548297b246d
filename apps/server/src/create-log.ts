import process from "node:process";
import { type Logger, pino } from "pino";
import { toLoggedError } from "./logged-error.ts";

/** What waits in memory while the log cannot be written; beyond it lines are dropped. */
const waitingMaxBytes = 1024 * 1024;

/** The log on standard output. A full disk under it must not end a server that can still refuse calls in good order. */
export const createLog = (level: string): Logger => {
  let isRefused = false;
  // Stands before pino's own listener, which would try for ever to write out what the disk does not take.
  process.once("exit", () => {
    if (isRefused) destination.destroy();
  });
  const destination = pino.destination({ dest: 1, sync: false, maxLength: waitingMaxBytes });
  destination.on("error", () => {
    isRefused = true;
  });
  destination.on("write", () => {
    isRefused = false;
  });
  return pino({ level, serializers: { err: toLoggedError } }, destination);
};
