import { spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import process from "node:process";
import { listAlive, listFamily } from "./processes.ts";
import { until } from "@ccp/test-simulation/processes/until.ts";

export type Ports = { server: number; simulator: number };

/** `npm start`, as it runs in somebody's terminal. */
export type Product = {
  pid: number;
  /** All it has written so far. */
  read(): string;
  /** The printed link, to sign in or to set up; rejects when it ends before it printed one. */
  untilOpen(): Promise<string>;
  /** The exit code. */
  untilEnded(): Promise<number | null>;
  /** What a terminal does: the signal reaches the whole foreground group. Resolves with what still runs. */
  pressCtrlC(): Promise<number[]>;
  /** As if the power failed: everything is gone at once and nothing was put away. */
  cutPower(): Promise<void>;
};

const openMaxMs = 170_000;
const endMaxMs = 15_000;

const getFreePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

export const getFreePorts = async (): Promise<Ports> => ({
  server: await getFreePort(),
  simulator: await getFreePort(),
});

/** What a terminal would have, but none of the product's settings and nothing of the test runner. */
const inherited = /^(path|home|user|lang|tmpdir|node_extra_ca_certs|npm_config_.*|https?_proxy|no_proxy)$/i;

const toTerminalEnv = (ports: Ports, settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => inherited.test(name))),
  PORT: String(ports.server),
  SIMULATOR_PORT: String(ports.simulator),
  ...settings,
});

const hasGone = async (family: readonly number[]): Promise<boolean> => (await listAlive(family)).length === 0;

/** It may end by itself between being listed and being killed. */
const killIfAlive = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};

/** Runs a command in the folder; it has all the defaults but for its ports and the given settings. */
export const startProduct = (
  folder: string,
  ports: Ports,
  {
    command = ["npm", "start"],
    settings = {},
  }: { command?: readonly string[]; settings?: Record<string, string> } = {},
): Product => {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: toTerminalEnv(ports, settings),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  }
  const pid = child.pid ?? 0;
  const ended = once(child, "close");
  const findLink = (): string | undefined =>
    /http:\/\/\S+\/(sign-in\/link|set-up)\?token=\S+/.exec(text)?.[0];
  const describe = (): string => `No link was printed:\n${text}`;
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    pid,
    read: () => text,
    untilOpen: async () => {
      await until(() => hasEnded() || findLink() !== undefined, { timeoutMs: openMaxMs, describe });
      const link = findLink();
      if (link === undefined) throw new Error(describe());
      return link;
    },
    untilEnded: async () => {
      await ended;
      return child.exitCode;
    },
    pressCtrlC: async () => {
      const family = await listFamily(pid);
      if (!hasEnded()) process.kill(-pid, "SIGINT");
      await until(() => hasGone(family), {
        timeoutMs: endMaxMs,
        describe: () => "Processes outlived Ctrl-C.",
      }).catch(() => undefined);
      return listAlive(family);
    },
    cutPower: async () => {
      const family = await listFamily(pid);
      for (const each of await listAlive(family)) killIfAlive(each);
      await until(() => hasGone(family), {
        timeoutMs: endMaxMs,
        describe: () => "Processes survived SIGKILL.",
      });
    },
  };
};
