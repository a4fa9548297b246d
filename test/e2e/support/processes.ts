import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import process from "node:process";
import { promisify } from "node:util";

const run = promisify(execFile);

type Row = { pid: number; parent: number };

const readStat = async (pid: string): Promise<Row[]> => {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [state, parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return text === "" || state === "Z" ? [] : [{ pid: Number(pid), parent: Number(parent) }];
};

/** Every process that is not merely waiting to be buried. */
const listProcesses = async (): Promise<Row[]> => {
  if (process.platform === "linux") {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
    return (await Promise.all(pids.map(readStat))).flat();
  }
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid="]);
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));
};

/** The process and all that it and its children started. */
export const listFamily = async (pid: number): Promise<number[]> => {
  const rows = await listProcesses();
  const family = new Set([pid]);
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const row of rows) if (family.has(row.parent)) family.add(row.pid);
  }
  return [...family];
};

/** Those of the processes that still run. */
export const listAlive = async (pids: readonly number[]): Promise<number[]> => {
  const alive = new Set((await listProcesses()).map(({ pid }) => pid));
  return pids.filter((pid) => alive.has(pid));
};
