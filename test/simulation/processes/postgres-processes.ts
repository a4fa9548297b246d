import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const readParent = (pid: number): number | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name may hold spaces and brackets; the fields begin after its last bracket.
    return Number(text.slice(text.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
};

const isAlive = (pid: number): boolean => readParent(pid) !== undefined;

/** The embedded PostgreSQL of a data folder with all its processes. */
export const findPostgres = (dataDir: string): { port: number; pids: readonly number[] } => {
  const [pid, , , port] = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  const postmaster = Number(pid);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => readParent(each) === postmaster);
  return { port: Number(port), pids: [postmaster, ...children].filter(isAlive) };
};

/** Stops all its processes where they are, without a word to anybody; the returned function lets them go on. */
export const freezePostgres = (dataDir: string): (() => void) => {
  const { pids } = findPostgres(dataDir);
  const send = (signal: NodeJS.Signals): void => {
    for (const pid of pids) if (isAlive(pid)) process.kill(pid, signal);
  };
  send("SIGSTOP");
  return () => {
    send("SIGCONT");
  };
};
