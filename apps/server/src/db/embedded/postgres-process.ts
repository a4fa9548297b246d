import { spawn, type ChildProcess } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { prepareLaunch, type ServerUser } from "./server-user.ts";

export type PostgresProcess = {
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  hasEnded(): boolean;
  /** The last lines it wrote, for an error message. */
  readLog(): Promise<string>;
  stop(): Promise<void>;
};

// When we die without a word, the pipe to this closes and PostgreSQL is still stopped; a frozen one first has to run again.
const guardScript = 'cat >/dev/null; kill -INT "$1"; kill -CONT "$1"';

const toArguments = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

const hasExited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

export const spawnPostgres = async (options: {
  binaries: string;
  user: ServerUser;
  dataDir: string;
  dataFolder: string;
  settings: Readonly<Record<string, string>>;
}): Promise<PostgresProcess> => {
  const logFile = path.join(options.dataDir, "postgres.log");
  const log = await open(logFile, "w", 0o600);
  const launch = await prepareLaunch(options.user, options.dataFolder);
  // Detached: Ctrl-C reaches the whole foreground group, but we still need the database to finish our own work.
  const child = spawn(
    path.join(options.binaries, "bin/postgres"),
    ["-D", launch.folder, ...toArguments(options.settings)],
    { ...launch.spawnOptions, detached: true, stdio: ["ignore", log.fd, log.fd, launch.folderFd] },
  );
  const guard = spawn("/bin/sh", ["-c", guardScript, "sh", String(child.pid)], {
    ...launch.spawnOptions,
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  await Promise.all([launch.close(), log.close()]);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  }).finally(() => guard.kill("SIGKILL"));
  guard.once("error", () => undefined);
  return {
    ended,
    hasEnded: () => child.pid === undefined || hasExited(child),
    readLog: async () => (await readFile(logFile, "utf8")).trim().split("\n").slice(-8).join("\n"),
    stop: async () => {
      child.kill("SIGINT");
      child.kill("SIGCONT");
      await ended;
    },
  };
};
