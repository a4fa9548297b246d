import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { freePort } from "./server.ts";

export type BareServer = { pid: number; port: number; stop(): void };

/** The yardstick as a process of its own. */
export const startBare = async (): Promise<BareServer> => {
  const port = await freePort();
  const child: ChildProcess = fork(path.join(import.meta.dirname, "bare-server.mjs"), [String(port)]);
  await once(child, "message");
  return { pid: child.pid ?? 0, port, stop: () => child.kill() };
};
