import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import path from "node:path";
import { until } from "./until.ts";

export const repository = path.join(import.meta.dirname, "../../..");
const entry = path.join(repository, "apps/server/dist/main.js");

const readyMaxMs = 60_000;
const endMaxMs = 10_000;

/** The server as it is shipped, in a process of its own. */
export type ServerProcess = {
  pid: number;
  port: number;
  hasEnded(): boolean;
  /** The status of the answer; 0 when nobody answers. */
  get(pathname: string): Promise<number>;
  post(pathname: string): Promise<number>;
  untilReady(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** SIGTERM; rejects when it does not end well within 10 s. */
  stop(): Promise<void>;
};

const fetchStatus = async (method: string, url: string): Promise<number> => {
  try {
    const answer = await fetch(url, { method, signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};

/** Starts the built server with these settings and no others; what it says goes to the end of `logFile`. */
export const startServerProcess = (
  env: Readonly<Record<string, string>>,
  port: number,
  logFile: string,
): ServerProcess => {
  if (!existsSync(entry)) throw new Error(`${entry} is missing: run node scripts/build.mjs first.`);
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, [entry], {
    cwd: repository,
    env: { PATH: process.env["PATH"] ?? "", ...env, PORT: String(port) },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const ended = once(child, "exit");
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ask = (method: string, pathname: string): Promise<number> =>
    fetchStatus(method, `http://127.0.0.1:${port}${pathname}`);
  const get = (pathname: string): Promise<number> => ask("GET", pathname);
  return {
    pid: child.pid ?? 0,
    port,
    hasEnded,
    get,
    post: (pathname) => ask("POST", pathname),
    untilReady: async () => {
      await until(async () => hasEnded() || (await get("/readyz")) === 200, {
        timeoutMs: readyMaxMs,
        describe: () => `The server at port ${port} is not ready.`,
      });
      if (hasEnded()) throw new Error(`The server ended by itself (${child.exitCode}); see ${logFile}.`);
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      await until(hasEnded, {
        timeoutMs: endMaxMs,
        describe: () => "The server did not end within 10 s of SIGTERM.",
      });
      if (child.exitCode !== 0)
        throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}.`);
    },
  };
};
