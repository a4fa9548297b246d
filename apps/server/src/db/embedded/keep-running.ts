import { setTimeout as delay } from "node:timers/promises";
import type { PostgresProcess } from "./postgres-process.ts";

export const restartDelayMs = 500;

/** Starts the server again whenever it ends by itself; the returned function ends it for good. */
export const keepRunning = (
  first: PostgresProcess,
  restart: () => Promise<PostgresProcess>,
): (() => Promise<void>) => {
  let current = first;
  const stopping = new AbortController();
  const supervise = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await current.ended;
      if (!stopping.signal.aborted) await delay(restartDelayMs);
      // One that cannot be started leaves the ended one in place, and the next round tries again.
      if (!stopping.signal.aborted) current = await restart().catch(() => current);
    }
    await current.stop();
  };
  const supervision = supervise();
  return async () => {
    stopping.abort();
    await current.stop();
    await supervision;
  };
};
